package org.taswiya.store.budget;

import org.taswiya.core.budget.BudgetReason;

/// What became of something that a person decided about a budget plan.
public sealed interface BudgetAnswer {

    /// It is done; the plan as it is now.
    record Done(StoredPlan plan) implements BudgetAnswer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(BudgetReason reason, String found) implements BudgetAnswer {}
}
