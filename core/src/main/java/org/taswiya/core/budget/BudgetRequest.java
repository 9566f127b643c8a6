package org.taswiya.core.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// What is known of an account that asks for a budget plan.
///
/// @param policy of its class of customers; null where there is none
/// @param history of each of its agreements that was billed in the year before, in any order
/// @param overdue what is overdue on the day
/// @param leftOn the day from which nothing is supplied to it any more; null while an agreement goes on
/// @param running the number of a plan that runs; null for none
/// @param isArranged whether a payment facility runs
/// @param amount the monthly amount that is asked for; null for what the history gives
/// @param from the first day of the plan
public record BudgetRequest(
        @Nullable BudgetPolicy policy,
        List<BilledYear> history,
        Money overdue,
        @Nullable LocalDate leftOn,
        @Nullable Long running,
        boolean isArranged,
        @Nullable Money amount,
        LocalDate from) {
    public BudgetRequest {
        history = List.copyOf(history);
    }
}
