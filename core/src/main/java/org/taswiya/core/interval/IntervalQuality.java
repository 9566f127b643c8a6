package org.taswiya.core.interval;

import java.util.Locale;

/// How the value of an interval is known, the best first.
public enum IntervalQuality {
    /// Measured, and so delivered.
    ACTUAL(0),
    /// Estimated or substituted by whoever delivered it.
    ESTIMATED(1),
    /// Estimated here, to fill a gap.
    FILLED(2),
    /// Not known; its value is 0.
    MISSING(3);

    private static final IntervalQuality[] ALL = values();

    private final int number;

    IntervalQuality(int number) {
        this.number = number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What stands for it in bytes; the better the lower.
    int number() {
        return number;
    }

    static IntervalQuality of(int number) {
        return ALL[number];
    }

    static int count() {
        return ALL.length;
    }
}
