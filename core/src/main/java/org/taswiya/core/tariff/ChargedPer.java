package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// What a price of time is stated for.
public enum ChargedPer {
    /// Each day of the period.
    DAY(Unit.DAY),
    /// Each month that the period counts as.
    MONTH(Unit.MONTH),
    /// A twelfth of it for each month that the period counts as.
    YEAR(Unit.YEAR);

    private static final int MONTHS_OF_YEAR = 12;

    private final Unit unit;

    ChargedPer(Unit unit) {
        this.unit = unit;
    }

    /// What its quantities are counted in.
    public Unit unit() {
        return unit;
    }

    /// How many of them a period of so many days is.
    public Fraction count(Proration proration, long days) {
        Fraction months = proration.charges().months(days);
        return switch (this) {
            case DAY -> Fraction.of(days);
            case MONTH -> months;
            case YEAR -> months.times(Fraction.of(1, MONTHS_OF_YEAR));
        };
    }
}
