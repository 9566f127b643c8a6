package org.taswiya.core.budget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// A plan beside what is to come.
///
/// @param amount of the next due day; of the last where none is left
/// @param proposed with which the rest of the year would come out even; of a plan that has closed, for the next year;
///     null where the history tells nothing
/// @param isDrifting whether the plan runs and the two are further apart than the policy says
public record BudgetReview(
        BudgetPlan plan,
        BudgetStanding standing,
        Money amount,
        @Nullable Money proposed,
        boolean isDrifting) {

    /// @param history of the agreements in the year before the day
    public static BudgetReview of(BudgetPlan plan, BudgetStanding standing, List<BilledYear> history, LocalDate day) {
        List<LocalDate> coming =
                plan.dueDays().stream().filter(due -> due.isAfter(day)).toList();
        Money amount = plan.amountOn(coming.isEmpty() ? plan.dueDays().getLast() : coming.getFirst());
        boolean isRunning = standing.state().isRunning();
        if (history.isEmpty() || isRunning && coming.isEmpty()) {
            return new BudgetReview(plan, standing, amount, null, false);
        }
        BudgetPolicy policy = plan.policy();
        if (!isRunning) {
            Fraction next = BilledYear.yearly(history).dividedBy(Fraction.of(BudgetPolicy.MONTHS));
            return new BudgetReview(plan, standing, amount, policy.rounded(next), false);
        }
        Fraction rest = standing.balance()
                .minus(standing.payable())
                .toFraction()
                .plus(BilledYear.over(history, ChronoUnit.DAYS.between(day, plan.yearEnd())))
                .max(Fraction.ZERO);
        Money proposed = policy.rounded(rest.dividedBy(Fraction.of(coming.size())));
        Fraction apart = proposed.minus(amount).toFraction();
        Fraction size = apart.signum() < 0 ? apart.negated() : apart;
        boolean isDrifting = size.compareTo(amount.toFraction().times(policy.drift())) > 0;
        return new BudgetReview(plan, standing, amount, proposed, isDrifting);
    }
}
