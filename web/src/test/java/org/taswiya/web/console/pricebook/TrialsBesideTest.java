package org.taswiya.web.console.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.store.books.BilledUses;
import org.taswiya.web.console.pricebook.DraftTrial.Answer;
import org.taswiya.web.console.pricebook.TrialsBeside.Asked;
import org.taswiya.web.console.pricebook.TrialsBeside.Asker;
import org.taswiya.web.console.pricebook.TrialsBeside.Trial;
import org.taswiya.web.console.pricebook.TrialsBeside.Work;

/// What drafts come to for many: counted once beside the pages, and shown until more is billed.
final class TrialsBesideTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Answer COUNTED = new Answer.Faulty("counted", "");

    private ZonedDateTime now = ZonedDateTime.of(2026, 12, 1, 11, 0, 0, 0, ZoneOffset.ofHours(1));
    private final TrialsBeside beside = new TrialsBeside();

    @AfterEach
    void close() {
        beside.close();
    }

    private static Asked draft(String after, long bill) {
        return new Asked("in force", after, "", "", "", new BilledUses.UpTo(bill, 0));
    }

    /// Prices period after period until somebody lets it end, and counts how often it was begun.
    private static final class Endless implements Work {
        final AtomicInteger begun = new AtomicInteger();
        final CountDownLatch isAtWork = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final CountDownLatch hasEnded = new CountDownLatch(1);

        @Override
        public Answer answer(LocalTime since, LongConsumer soFar) {
            begun.incrementAndGet();
            try {
                for (long periods = 1; mayEnd.getCount() > 0; periods++) {
                    soFar.accept(periods);
                    isAtWork.countDown();
                }
                return COUNTED;
            } finally {
                hasEnded.countDown();
            }
        }
    }

    private Trial ask(String staff, Asked asked, boolean isAnother, Work work) {
        return beside.ask(new Asker(staff, isAnother, now), asked, work).orElseThrow();
    }

    @Test
    void whoeverAsksForTheSameMeanwhileWaitsForTheSame() throws InterruptedException {
        Endless work = new Endless();
        Trial first = ask("nadia", draft("a", 9), true, work);
        assertThat(work.isAtWork.await(30, TimeUnit.SECONDS)).isTrue();
        Trial again = ask("samir", draft("a", 9), true, work);
        now = now.plus(Duration.ofHours(3)); // however long it takes
        assertThat(ask("nadia", draft("a", 9), true, work)).isSameAs(first).isSameAs(again);
        assertThat(first.within(AT_ONCE)).isEmpty();
        assertThat(first.periods()).isPositive();
        assertThat(first.since()).isEqualTo(LocalTime.of(11, 0));
        work.mayEnd.countDown();
        assertThat(again.within(LONG)).contains(COUNTED);
        assertThat(work.begun).hasValue(1);
    }

    @Test
    void whatWasCountedIsShownAgainUntilMoreIsBilledOrItIsOld() {
        AtomicInteger begun = new AtomicInteger();
        Work work = (since, _) -> new Answer.Faulty(since.toString(), Integer.toString(begun.incrementAndGet()));
        assertThat(ask("nadia", draft("a", 9), true, work).within(LONG)).contains(new Answer.Faulty("11:00", "1"));
        now = now.plus(Duration.ofMinutes(14));
        assertThat(ask("samir", draft("a", 9), true, work).within(LONG)).contains(new Answer.Faulty("11:00", "1"));
        assertThat(ask("samir", draft("a", 10), true, work).within(LONG)).contains(new Answer.Faulty("11:14", "2"));
        assertThat(ask("samir", draft("b", 9), true, work).within(LONG)).contains(new Answer.Faulty("11:14", "3"));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask("nadia", draft("a", 9), true, work).within(LONG)).contains(new Answer.Faulty("11:15", "4"));
    }

    /// Another window of the same person that shows how far its draft is ends nothing.
    @Test
    void whoAsksForAnotherDraftEndsTheirsAndNobodyElses() throws InterruptedException {
        Endless left = new Endless();
        Endless others = new Endless();
        ask("nadia", draft("a", 9), true, left);
        ask("samir", draft("b", 9), true, others);
        assertThat(left.isAtWork.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(others.isAtWork.await(30, TimeUnit.SECONDS)).isTrue();
        Trial looked = ask("nadia", draft("c", 9), false, (_, _) -> COUNTED);
        assertThat(looked.within(AT_ONCE)).as("two are at work").isEmpty();
        assertThat(left.hasEnded.getCount()).isOne();
        Trial another = ask("nadia", draft("d", 9), true, (_, _) -> COUNTED);
        assertThat(left.hasEnded.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(another.within(LONG)).contains(COUNTED);
        assertThat(others.hasEnded.getCount()).isOne();
        others.mayEnd.countDown();
        assertThat(ask("samir", draft("b", 9), true, others).within(LONG)).contains(COUNTED);
    }

    @Test
    void whatFailedIsSaidOnceAndBegunAgain() {
        Asked asked = draft("a", 9);
        Trial failed = ask("nadia", asked, true, (_, _) -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> failed.within(LONG)).hasMessage("away");
        Trial said = ask("nadia", asked, false, (_, _) -> COUNTED);
        assertThatThrownBy(() -> said.within(LONG)).hasMessage("away");
        assertThat(ask("nadia", asked, false, (_, _) -> COUNTED).within(LONG)).contains(COUNTED);
    }

    @Test
    void fortyWaitAtMostAndTheOldestThatIsCountedMakesRoom() {
        ask("first", draft("counted", 9), true, (_, _) -> COUNTED).within(LONG);
        List<Endless> works = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            works.add(new Endless());
            ask("person " + i, draft("draft " + i, 9), true, works.get(i));
        }
        assertThat(beside.ask(new Asker("last", true, now), draft("one more", 9), new Endless()))
                .isEqualTo(Optional.empty());
        works.forEach(work -> work.mayEnd.countDown());
        ask("person 39", draft("draft 39", 9), true, works.get(39)).within(LONG);
        assertThat(ask("last", draft("one more", 9), true, (_, _) -> COUNTED).within(LONG))
                .contains(COUNTED);
    }

    @Test
    void theEndOfTheProgramEndsAll() throws InterruptedException {
        Endless work = new Endless();
        Trial trial = ask("nadia", draft("a", 9), true, work);
        assertThat(work.isAtWork.await(30, TimeUnit.SECONDS)).isTrue();
        beside.close();
        assertThat(work.hasEnded.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(trial.within(AT_ONCE)).isEmpty();
    }
}
