package org.taswiya.intake.yaml;

import org.taswiya.core.quantity.Decimal;

/// What a number of a book may be. All of them are plain decimals with at most nine digits on each side of the point.
public enum Limit {
    /// A price, a bound, a usage.
    ZERO_OR_MORE("zero or more"),
    /// A bound that must leave room below it.
    ABOVE_ZERO("above zero"),
    /// A tax rate.
    SHARE("between 0 and 1, such as 0.14"),
    /// A part of something that is taken off.
    PART("above 0 and up to 1, such as 0.1"),
    /// An amount.
    ANY("of either sign"),
    /// A price that may be taken off.
    SIGNED("above or below zero"),
    /// What is put on top of something, or taken off it; never more than all of it.
    ON_TOP("of -1 or more, such as 0.05 or -0.05");

    private static final Decimal TOO_LARGE = Decimal.of(1_000_000_000);
    static final int DECIMALS_MAX = 9;

    private final String words;

    Limit(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean allows(Decimal value) {
        return switch (this) {
            case ZERO_OR_MORE -> value.signum() >= 0;
            case ABOVE_ZERO -> value.signum() > 0;
            case SHARE -> value.signum() >= 0 && value.compareTo(Decimal.ONE) <= 0;
            case PART -> value.signum() > 0 && value.compareTo(Decimal.ONE) <= 0;
            case ANY -> true;
            case SIGNED -> value.signum() != 0;
            case ON_TOP -> value.compareTo(Decimal.ONE.negated()) >= 0;
        };
    }

    /// Small enough that sums of several and products with any usage stay exact.
    public static boolean fits(Decimal value) {
        Decimal size = value.signum() < 0 ? value.negated() : value;
        return value.scale() <= DECIMALS_MAX && size.compareTo(TOO_LARGE) < 0;
    }
}
