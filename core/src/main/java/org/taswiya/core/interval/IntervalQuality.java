package org.taswiya.core.interval;

import java.util.Locale;

/// How the value of an interval is known, the best first.
public enum IntervalQuality {
    /// Measured, and so delivered.
    ACTUAL,
    /// Estimated or substituted by whoever delivered it.
    ESTIMATED,
    /// Estimated here, to fill a gap.
    FILLED,
    /// Not known; its value is 0.
    MISSING;

    private static final IntervalQuality[] ALL = values();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IntervalQuality at(int place) {
        return ALL[place];
    }

    static int count() {
        return ALL.length;
    }
}
