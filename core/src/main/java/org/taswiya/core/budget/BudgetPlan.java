package org.taswiya.core.budget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.OpenItem;

/// A budget plan that was opened.
///
/// @param number from one on
/// @param startsOn the first day of its year
/// @param dueDays in their order
/// @param amounts which monthly amount holds from which due day on; the first from the start
/// @param policy as it was when it was opened
/// @param endedOn the first day on which it counts no more; null while nobody has ended it
///     and an agreement of the account goes on
public record BudgetPlan(
        long number,
        String account,
        LocalDate startsOn,
        List<LocalDate> dueDays,
        List<AmountFrom> amounts,
        BudgetPolicy policy,
        @Nullable LocalDate endedOn) {

    /// A monthly amount.
    public record AmountFrom(LocalDate from, Money amount) {}

    public BudgetPlan {
        dueDays = List.copyOf(dueDays);
        amounts = List.copyOf(amounts);
        if (dueDays.isEmpty() || amounts.isEmpty() || amounts.getFirst().from().isAfter(dueDays.getFirst())) {
            throw new IllegalArgumentException("Budget plan " + number + " due on " + dueDays + " has " + amounts);
        }
    }

    /// The first day after its year.
    public LocalDate yearEnd() {
        return startsOn.plusMonths(BudgetPolicy.MONTHS);
    }

    /// What falls due on a due day: of two amounts from the same day the later one counts.
    public Money amountOn(LocalDate dueDay) {
        Money amount = amounts.getFirst().amount();
        for (AmountFrom one : amounts) {
            amount = one.from().isAfter(dueDay) ? amount : one.amount();
        }
        return amount;
    }

    /// What has fallen due up to a day, the day with it.
    public Money dueTo(LocalDate day) {
        return dueDays.stream()
                .filter(due -> !due.isAfter(day) && (endedOn == null || due.isBefore(endedOn)))
                .map(this::amountOn)
                .reduce(Money.ZERO, Money::plus);
    }

    /// How it stands on a day.
    ///
    /// @param movements of the account, all that stand, in any order
    public BudgetStanding standingOn(LocalDate day, List<Movement> movements) {
        return BudgetStanding.of(this, day, movements);
    }

    /// Whether the plan asks for an item in place of the item itself: it was not due before the plan, and was issued
    /// before its end.
    public boolean covers(OpenItem item, BudgetStanding standing) {
        return !item.dueOn().isBefore(startsOn) && item.issuedOn().isBefore(standing.closedOn());
    }
}
