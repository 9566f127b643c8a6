package org.taswiya.intake.feed;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// The smallest hour of a day, from the intervals of one register as they follow each other.
///
/// Parts of an hour are added up to hours from the day's first moment on, however many hours it has. Where that cannot
/// be told there is none: an interval is longer than an hour, hours do not end where an interval does, or something
/// was counted backwards.
public final class LeastHour {
    private static final long HOUR = 3_600;

    private Fraction open = Fraction.ZERO;
    private long seconds;
    private @Nullable Fraction least;
    private boolean isTold = true;

    /// Adds the next interval.
    ///
    /// @param duration in seconds
    public void add(long duration, Fraction value) {
        isTold &= duration <= HOUR - seconds && value.signum() >= 0;
        if (!isTold) {
            return;
        }
        open = seconds == 0 ? value : open.plus(value).reduced();
        seconds += duration;
        if (seconds == HOUR) {
            least = least == null ? open : least.min(open);
            seconds = 0;
        }
    }

    /// What the smallest hour was; null where it cannot be told.
    public @Nullable Fraction value() {
        return isTold && seconds == 0 ? least : null;
    }
}
