package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;

/// Kills whoever charges interest, closes months, gives deposits back, arranges debts or connects customers, or
/// PostgreSQL under them, at moments that a seed names. After each kill the books balance and agree, and have all that
/// was answered, once; at the end they are those of somebody whom nobody disturbed.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: programs are killed many times")
final class MoneyKillTest {
    private static final boolean IS_LONG = Boolean.getBoolean("taswiya.long");
    private static final int RUNS = IS_LONG ? 5 : 1;
    private static final int KILLS = IS_LONG ? 6 : 1;

    /// The first of the runs' seeds.
    private static final int SEED = Integer.getInteger("taswiya.seed", new Random().nextInt(1_000_000));

    @ParameterizedTest
    @EnumSource
    void whoIsKilledLosesNothingAndDoesNothingTwice(MoneyWork.Subject subject)
            throws IOException, InterruptedException {
        Undisturbed undisturbed = Undisturbed.of(subject);
        for (int seed = SEED; seed < SEED + RUNS; seed++) {
            System.out.println(subject + " is killed by seed " + seed + "; -Dtaswiya.seed=" + seed + " does it again");
            new Killed(subject, undisturbed, seed).killAndCompare();
        }
    }

    /// What the books are like in the end, what was told on the way, and how long each step took, in milliseconds.
    private record Undisturbed(String digest, List<String> facts, List<Integer> took) {
        static Undisturbed of(MoneyWork.Subject subject) {
            MoneyWork work = subject.work();
            Database database = TestDatabases.fresh();
            work.fill(database);
            List<String> told = new ArrayList<>();
            List<Integer> took = new ArrayList<>();
            for (int step = 0; step < work.steps(); step++) {
                long begin = System.nanoTime();
                work.take(database, step, told::add);
                took.add(1 + (int) ((System.nanoTime() - begin) / 1_000_000));
            }
            List<String> facts = work.facts(database);
            assertThat(told).noneMatch(line -> line.startsWith("refused"));
            assertThat(new LinkedHashSet<>(told)).containsExactlyInAnyOrderElementsOf(facts);
            return new Undisturbed(BooksDigest.of(database), facts, took);
        }
    }

    private static final class Killed {
        private final MoneyWork.Subject subject;
        private final MoneyWork work;
        private final Undisturbed undisturbed;
        private final int seed;
        private final Random random;
        private final boolean beginsWithServer;
        private final Home home;
        private final Set<String> told = new LinkedHashSet<>();
        private final List<String> words = new ArrayList<>();
        private int unanswered;

        Killed(MoneyWork.Subject subject, Undisturbed undisturbed, int seed) {
            this.subject = subject;
            this.work = subject.work();
            this.undisturbed = undisturbed;
            this.seed = seed;
            this.random = new Random(31L * seed + subject.name().hashCode());
            this.beginsWithServer = random.nextBoolean();
            this.home = TestDatabases.home("killed-" + subject.name().toLowerCase(Locale.ROOT));
        }

        void killAndCompare() throws IOException, InterruptedException {
            try (Database database = Database.openEmbedded(home, 0)) {
                work.fill(database);
            }
            int hits = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                hits += run(strike(kill)) ? 0 : 1;
                try (Database database = Database.openEmbedded(home, 0)) {
                    requireSound(database);
                }
            }
            if (IS_LONG) { // one kill alone may come when all is done, on a machine with other things to do
                assertThat(hits).as("kills of seed %d that hit", seed).isGreaterThanOrEqualTo((KILLS + 1) / 2);
            }
            assertThat(run(Strike.NONE)).as("seed %d: %s", seed, words).isTrue();
            try (Database database = Database.openEmbedded(home, 0)) {
                requireSound(database);
                assertThat(work.facts(database)).as("seed %d", seed).isEqualTo(undisturbed.facts());
                assertThat(BooksDigest.of(database))
                        .as("books of seed %d", seed)
                        .isEqualTo(undisturbed.digest());
            }
        }

        /// At any moment of what is left, the earlier the more kills are to follow. A process that has just begun is
        /// slower than the one that was measured.
        private Strike strike(int kill) {
            List<Integer> left = undisturbed.took().subList(unanswered, work.steps());
            int sum = left.stream().mapToInt(Integer::intValue).sum();
            int moment = random.nextInt(1 + sum / (KILLS - kill + 1));
            int begun = 0;
            while (moment >= left.get(begun)) {
                moment -= left.get(begun++);
            }
            return new Strike(1 + begun, moment * (1 + random.nextInt(3)), (kill % 2 == 0) == beginsWithServer);
        }

        /// @param strike counted from the step that was not answered
        private boolean run(Strike strike) throws IOException, InterruptedException {
            int repeated = work.isRepeatable() ? random.nextInt(unanswered + 1) : 0;
            int words = strike.words() == 0 ? 0 : strike.words() + repeated;
            this.words.clear();
            return StruckProcess.run(
                    MoneyChild.class,
                    home,
                    List.of(subject.name(), Integer.toString(unanswered - repeated)),
                    MoneyChild.BEGINS,
                    new Strike(words, strike.pause(), strike.ofServer()),
                    this::hear);
        }

        private void hear(String word) {
            words.add(word);
            if (word.startsWith(MoneyChild.BEGINS)) {
                unanswered = Math.max(unanswered, Integer.parseInt(word.substring(MoneyChild.BEGINS.length())));
            } else if (word.startsWith(MoneyChild.TELLS) && !word.startsWith(MoneyChild.TELLS + "refused")) {
                told.add(word.substring(MoneyChild.TELLS.length()));
            }
        }

        private void requireSound(Database database) {
            assertThat(LedgerCheck.check(database).differences())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(Ledger.balance(database).sum()).as("seed %d", seed).isEqualTo(Money.ZERO);
            assertThat(MoneyWork.texts(
                            database, "select entry::text from posting group by entry having sum(amount) <> 0"))
                    .as("entries of seed %d that do not balance", seed)
                    .isEmpty();
            List<String> facts = work.facts(database);
            assertThat(facts).as("seed %d", seed).containsAll(told).doesNotHaveDuplicates();
            assertThat(undisturbed.facts()).as("seed %d", seed).containsAll(facts);
        }
    }
}
