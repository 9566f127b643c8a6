package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Fraction;

/// How monthly bounds, fixed charges and levy limits apply to a period that is not a month long.
public enum Proration {
    /// 25 to 35 days, both included, count as one month; any other length is days/30.
    NONE("none"),
    /// Always days/30.
    DAYS_30("days/30");

    private static final int MONTH_SHORTEST = 25;
    private static final int MONTH_LONGEST = 35;
    private static final int MONTH_DAYS = 30;

    private final String code;

    Proration(String code) {
        this.code = code;
    }

    /// How books write it.
    public String code() {
        return code;
    }

    /// The number of months that a period of the stated length counts as, unrounded.
    public Fraction months(long days) {
        boolean month = days == MONTH_DAYS || (this == NONE && days >= MONTH_SHORTEST && days <= MONTH_LONGEST);
        return month ? Fraction.ONE : Fraction.of(days, MONTH_DAYS);
    }
}
