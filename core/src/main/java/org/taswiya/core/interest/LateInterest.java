package org.taswiya.core.interest;

import java.time.LocalDate;
import java.time.YearMonth;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What a month of an item comes to.
///
/// @param amount to be charged; zero where nothing is
/// @param days that counted
/// @param exact before it was rounded
public record LateInterest(Money amount, int days, Fraction exact) {
    private static final int YEAR = 365;

    /// Each day counts its open amount and rate; rounded once, half up, at the end.
    public static LateInterest of(InterestPolicy policy, LateItem item, YearMonth month) {
        LocalDate lastFree = item.dueOn().plusDays(policy.graceDays());
        Fraction sum = Fraction.ZERO;
        int days = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Decimal rate = policy.rateOn(day);
            Money open = item.openOn(day);
            if (day.isAfter(lastFree)
                    && rate.signum() > 0
                    && open.signum() > 0
                    && !item.stopped().contains(day)) {
                sum = sum.plus(open.toFraction().times(rate));
                days++;
            }
        }
        Fraction exact = sum.dividedBy(Fraction.of(YEAR));
        Money rounded = exact.toMoneyHalfUp();
        return new LateInterest(rounded.compareTo(policy.least()) < 0 ? Money.ZERO : rounded, days, exact);
    }
}
