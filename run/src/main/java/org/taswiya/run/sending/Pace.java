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

    /// @param most as many as somebody could take
    /// @return how many of these may go; with a pace, what a twentieth of a second lets pass
    int begin(int most) {
        int wanted = perSecond == 0 ? most : Math.clamp(perSecond / 20, 1, most);
        if (limit == 0) {
            return wanted;
        }
        int before = begun.getAndUpdate(count -> Math.min(limit, count + wanted));
        return Math.min(wanted, limit - before);
    }

    /// So many did not go.
    void giveBack(int messages) {
        if (limit > 0) {
            begun.addAndGet(-messages);
        }
    }

    /// So many went; the next ones may wait.
    void settled(int messages) {
        int count = settled.addAndGet(messages);
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
