package org.taswiya.web.door;

import java.time.Duration;

/// A refusal takes as long whatever is wrong, so that nobody learns what is from how soon it comes. Time is that of the
/// machine, not of the calendar: a clock that is put back keeps nobody waiting.
final class SameTime {
    private final long begun = System.nanoTime();
    private final Duration whole;

    private SameTime(Duration whole) {
        this.whole = whole;
    }

    /// From now on.
    ///
    /// @param whole longer than what is done whatever is wrong
    static SameTime of(Duration whole) {
        return new SameTime(whole);
    }

    /// Until it is over.
    void await() {
        try {
            Thread.sleep(whole.minusNanos(System.nanoTime() - begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
