package org.taswiya.core.receivables;

import java.util.Arrays;

/// How long ago an item fell due, in the bands in which debts are looked at.
public enum AgeBand {
    /// The due day is still to come.
    NOT_DUE("not-due", 0),
    /// From the due day on.
    MONTH("0-30", 31),
    TWO_MONTHS("31-60", 61),
    THREE_MONTHS("61-90", 91),
    HALF_YEAR("91-180", 181),
    YEAR("181-365", 366),
    OLDER("over-365", Integer.MAX_VALUE);

    private final String code;
    private final int below;

    AgeBand(String code, int below) {
        this.code = code;
        this.below = below;
    }

    public String code() {
        return code;
    }

    /// The first days of all bands but the first, in order.
    public static int[] bounds() {
        return Arrays.stream(values())
                .limit(values().length - 1L)
                .mapToInt(band -> band.below)
                .toArray();
    }
}
