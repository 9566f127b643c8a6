package org.taswiya.core.budget;

import java.util.List;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What the bills of an agreement came to in the year before a day.
///
/// @param billed of all bills that stand; may be below zero
/// @param days that they cover
public record BilledYear(String agreement, Money billed, int days) {
    private static final int YEAR = 365;

    public BilledYear {
        if (days < 1) {
            throw new IllegalArgumentException("Bills of " + agreement + " over " + days + " days");
        }
    }

    /// What a year comes to at this rate, exactly.
    static Fraction yearly(List<BilledYear> history) {
        return history.stream()
                .map(one -> one.billed.toFraction().times(Fraction.of(YEAR, one.days)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /// What some days come to at this rate.
    static Fraction over(List<BilledYear> history, long days) {
        return yearly(history).times(Fraction.of(days, YEAR));
    }
}
