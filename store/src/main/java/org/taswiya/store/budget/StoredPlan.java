package org.taswiya.store.budget;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.budget.BudgetPlan;
import org.taswiya.core.budget.BudgetStanding;
import org.taswiya.core.budget.Movement;
import org.taswiya.store.Change;

/// A budget plan as the books have it.
///
/// @param found by which figures its first amount was found
/// @param opened who opened it, when and why
/// @param movements of its account, all that stand
public record StoredPlan(BudgetPlan plan, String found, Change opened, List<Movement> movements) {
    public StoredPlan {
        movements = List.copyOf(movements);
    }

    public BudgetStanding standingOn(LocalDate day) {
        return plan.standingOn(day, movements);
    }
}
