package org.taswiya.run.sending;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How many messages go in a run, and how fast, whoever of its senders takes them.
final class Pace {
    private final int limit;
    private final int perSecond;
    private final long begin = System.nanoTime();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger();

    /// @param limit zero for none
    /// @param perSecond zero for as fast as it goes
    Pace(int limit, int perSecond) {
        this.limit = limit;
        this.perSecond = perSecond;
    }

    /// @return whether one more may go
    boolean begin() {
        if (limit == 0 || begun.getAndIncrement() < limit) {
            return true;
        }
        begun.decrementAndGet();
        return false;
    }

    /// It did not go.
    void giveBack() {
        begun.decrementAndGet();
    }

    /// It went; the next one may wait.
    void settled() {
        int count = settled.incrementAndGet();
        if (perSecond > 0) {
            long due = begin + TimeUnit.SECONDS.toNanos(count) / perSecond;
            sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }
}
