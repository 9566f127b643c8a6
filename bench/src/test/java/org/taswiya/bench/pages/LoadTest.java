package org.taswiya.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.taswiya.bench.pages.Load.Request;

/// What counts as a wait. Nothing is measured here: what is asked for takes as long as it is told to.
final class LoadTest {
    private static final Duration TIME = Duration.ofMillis(400);
    private static final int MILLIS = 50;

    private static int slowly() throws InterruptedException {
        Thread.sleep(MILLIS);
        return 1;
    }

    @Test
    void aWaitLastsUntilTheAnswer() throws InterruptedException {
        assertThat(Load.asFastAsAnswered(2, TIME, _ -> slowly()).millis(0)).isGreaterThanOrEqualTo(MILLIS);
        Waits atRate = Load.atRate(20, TIME, _ -> slowly());
        assertThat(atRate.millis(0)).isGreaterThanOrEqualTo(MILLIS);
        assertThat(atRate.answered()).isEqualTo(8);
    }

    @Test
    void whoComesDuringAStandstillWaitsForItsEnd() throws InterruptedException {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Object door = new Object();
        Request standing = _ -> {
            synchronized (door) {
                if (isFirst.getAndSet(false)) {
                    Thread.sleep(TIME.toMillis());
                }
            }
            return 1;
        };
        Waits waits = Load.atRate(100, TIME, standing);
        // The forty of that time came one after the other and were answered together.
        assertThat(waits.millis(500)).isGreaterThan(TIME.toMillis() / 4.0);
    }

    @Test
    void whatFailsIsNoAnswer() throws InterruptedException {
        Waits waits = Load.atRate(20, TIME, number -> {
            if (number % 2 == 0) {
                throw new IOException("cut off");
            }
            return 3;
        });
        assertThat(waits.failed()).isEqualTo(4);
        assertThat(waits.answered()).isEqualTo(4);
        assertThat(waits.done()).isEqualTo(12);
    }
}
