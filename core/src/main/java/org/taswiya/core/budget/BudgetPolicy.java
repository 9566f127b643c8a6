package org.taswiya.core.budget;

import java.math.RoundingMode;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What a utility decides about budget plans for one class of customers.
///
/// @param leastDays days that the bills of each agreement must cover before an amount is found from them
/// @param step monthly amounts are multiples of it, above zero
/// @param firstAfterDays days from the start to the first amount
/// @param graceDays days after its due day in which a late amount may be made up
/// @param missed how many missed amounts break the plan
/// @param drift share of the amount from which a new one is proposed
/// @param daysToPay days after its end in which what is left is due
public record BudgetPolicy(
        int leastDays, Money step, int firstAfterDays, int graceDays, int missed, Decimal drift, int daysToPay) {

    /// Amounts of a plan, a month apart.
    public static final int MONTHS = 12;

    /// The first amount falls due in the first month, so that the last does in the year.
    public static final int FIRST_AFTER_MOST = 20;

    public BudgetPolicy {
        if (leastDays < 1
                || step.signum() <= 0
                || firstAfterDays < 0
                || firstAfterDays > FIRST_AFTER_MOST
                || graceDays < 0
                || missed < 1
                || drift.signum() <= 0
                || daysToPay < 0) {
            throw new IllegalArgumentException("From " + leastDays + " days in steps of " + step + ", first after "
                    + firstAfterDays + " days, " + graceDays + " of grace, broken by " + missed + ", drift " + drift
                    + ", " + daysToPay + " days to pay");
        }
    }

    /// Rounded up to the step, once: a plan that is a little too high ends in a credit.
    Money rounded(Fraction amount) {
        long steps = amount.dividedBy(step.toFraction())
                .round(0, RoundingMode.CEILING)
                .steps(0);
        return Money.ofMinor(Math.multiplyExact(steps, step.minorUnits()));
    }
}
