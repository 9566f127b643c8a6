package org.taswiya.run.sending;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How many messages a sender begins at once: what a tenth of a second hands over, as it went so far. Many share the
/// wait for a disk, which is most of what one costs; whoever is killed in the middle has handed over a tenth of a
/// second's worth of which the books do not know yet, and not more.
final class Portion {
    static final int MOST = 256;
    private static final Duration WANTED = Duration.ofMillis(100);

    /// After so long no more of a portion are handed over.
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final LongSupplier nanos;
    private int size = 1;
    private long begin;

    /// @param nanos a clock that only runs forwards
    Portion(LongSupplier nanos) {
        this.nanos = nanos;
    }

    int size() {
        return size;
    }

    void begin() {
        begin = nanos.getAsLong();
    }

    boolean isOver() {
        return taken() > LONGEST.toNanos();
    }

    /// The gateway went away: nobody knows how many come through after that.
    void shrink() {
        size = 1;
    }

    /// So many were handed over.
    void ended(int handedOver) {
        double each = (double) Math.max(1, taken()) / Math.max(1, handedOver);
        int wanted = (int) Math.min(MOST, WANTED.toNanos() / each);
        size = Math.clamp(wanted, 1, 2 * size);
    }

    private long taken() {
        return nanos.getAsLong() - begin;
    }
}
