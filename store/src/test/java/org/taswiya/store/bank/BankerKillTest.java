package org.taswiya.store.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.StruckProcess;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Kills whoever takes a bank's statement and sends refunds and direct debits, or PostgreSQL under them, again and
/// again. At the end books and files are those of a day that nobody disturbed: nothing is asked of a bank twice under
/// two names, and nothing is left out.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: programs are killed many times")
final class BankerKillTest {
    /// After how many things that were done since the last kill: in the statement, the refunds, the direct debits.
    private static final int[] KILLS =
            Boolean.getBoolean("taswiya.long") ? new int[] {4, 13, 16, 5, 6, 8, 7, 3} : new int[] {10, 18, 16, 12};

    private static final Change ASKED = new Change(SmallTown.WHY.at(), "amina", "over-paid");
    private static final BankAccountNumber THEIRS = new BankAccountNumber("MA64011519000001205000534921");

    @Test
    void aKilledBankerBooksAndSendsEverythingOnce() throws IOException, InterruptedException {
        Home undisturbed = town("undisturbed-banker");
        List<String> all = new ArrayList<>();
        assertThat(run(undisturbed, 0, false, all)).isTrue();
        assertThat(all)
                .hasSize(BankerChild.ENTRIES + 4 * BankerChild.REFUNDS + 3 * BankerChild.DEBITS)
                .doesNotHaveDuplicates();
        Map<String, String> files = files(undisturbed);
        String digest = digest(undisturbed);
        Home killed = town("killed-banker");
        List<String> log = new ArrayList<>();
        int hits = 0;
        for (int kill = 0; kill < KILLS.length; kill++) {
            hits += run(killed, KILLS[kill], kill % 2 == 1, log) ? 0 : 1;
        }
        assertThat(hits).as("kills that hit a banker at work").isGreaterThanOrEqualTo(KILLS.length / 2);
        assertThat(run(killed, 0, false, log)).isTrue();
        assertThat(log.stream().filter(done -> !done.endsWith("again") && !done.startsWith("did write")))
                .doesNotHaveDuplicates();
        assertThat(files(killed)).isEqualTo(files);
        assertThat(digest(killed)).isEqualTo(digest);
    }

    private static Home town(String name) {
        Home home = TestDatabases.home(name);
        try (Database database = Database.openEmbedded(home, 0)) {
            SmallTown town = new SmallTown(database).fill();
            town.bill(1, "100.00", 10, 30);
            town.bill(2, "50.00", 11, 31);
            town.execute("insert into customer_account select lpad((100 + n)::text, 10, '0'), 'P1', 1"
                    + " from generate_series(1, 99) n");
            BankAccount bank = new BankAccount("main", THEIRS, "BMCEMAMC", "Regie", "MAD", "MA00ZZZ1", Money.ZERO);
            BankAccounts.state(database, bank, SmallTown.WHY);
            for (int n = 1; n <= BankerChild.REFUNDS; n++) {
                town.opening(account(n), "C1", "-" + n + "0.00", 28);
                Refunds.Asked asked = new Refunds.Asked(account(n), null, "main", THEIRS, null, false);
                assertThat(Refunds.ask(database, asked, ASKED)).isInstanceOf(DecisionAnswer.Done.class);
            }
            LocalDate signed = SmallTown.day(20);
            for (int n = 1; n <= BankerChild.DEBITS; n++) {
                String account = account(50 + n);
                town.opening(account, "F1", n + "5.00", 100 + n);
                Mandates.Mandate mandate = new Mandates.Mandate("M" + n, account, THEIRS, "A", signed, null, null);
                assertThat(Mandates.add(database, mandate, SmallTown.WHY)).isInstanceOf(DecisionAnswer.Done.class);
            }
        }
        return home;
    }

    private static String account(int n) {
        return String.format("%010d", 100 + n);
    }

    private static Map<String, String> files(Home home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> orders = Files.list(home.folder().resolve("orders"))) {
            for (Path order : orders.toList()) {
                files.put(order.getFileName().toString(), Files.readString(order));
            }
        }
        assertThat(files).hasSize(BankerChild.REFUNDS + BankerChild.DEBITS);
        return files;
    }

    private static String digest(Home home) {
        try (Database database = Database.openEmbedded(home, 0)) {
            assertThat(LedgerCheck.check(database).differences()).isEmpty();
            return BooksDigest.of(database);
        }
    }

    private static boolean run(Home home, int lines, boolean ofServer, List<String> log)
            throws IOException, InterruptedException {
        return StruckProcess.run(BankerChild.class, home, "did ", lines, ofServer, log);
    }
}
