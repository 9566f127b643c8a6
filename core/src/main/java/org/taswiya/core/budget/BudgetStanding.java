package org.taswiya.core.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.taswiya.core.budget.Movement.Kind;
import org.taswiya.core.quantity.Money;

/// How a budget plan stands on a day, found from the movements of its account.
///
/// @param carried what the account owed when the plan began; below zero for a credit
/// @param billed since, up to the day
/// @param paid since, up to the day
/// @param due of the plan's amounts, up to the day
/// @param missed how many amounts were missed
/// @param closedOn the first day on which the plan asks no more: broken, ended, or its year over
/// @param askedFrom the day on which what it covers is due in its own right
public record BudgetStanding(
        BudgetState state,
        Money carried,
        Money billed,
        Money paid,
        Money due,
        int missed,
        LocalDate closedOn,
        LocalDate askedFrom) {

    /// The one subtraction: what the account owes on the day, below zero for a credit. At the end it is what is
    /// settled.
    public Money balance() {
        return carried.plus(billed).minus(paid);
    }

    /// What is to be paid now, so that the plan is kept.
    public Money payable() {
        return due.minus(paid).max(Money.ZERO);
    }

    static BudgetStanding of(BudgetPlan plan, LocalDate day, List<Movement> movements) {
        Money carried = sum(movements, Kind.BILLED, on -> on.isBefore(plan.startsOn()))
                .minus(sum(movements, Kind.PAID, on -> on.isBefore(plan.startsOn())));
        Money billed = sum(movements, Kind.BILLED, on -> isIn(plan, on, day));
        Money paid = paidTo(plan, day, movements);
        int missed = 0;
        LocalDate ending =
                plan.endedOn() != null && plan.endedOn().isBefore(plan.yearEnd()) ? plan.endedOn() : plan.yearEnd();
        LocalDate closedOn = ending;
        LocalDate askedFrom = ending.plusDays(plan.policy().daysToPay());
        for (LocalDate due : plan.dueDays()) {
            LocalDate lastDay = due.plusDays(plan.policy().graceDays());
            boolean isOver = lastDay.isBefore(day) && lastDay.isBefore(ending);
            if (isOver && paidTo(plan, lastDay, movements).compareTo(plan.dueTo(due)) < 0) {
                missed++;
                if (missed == plan.policy().missed()) {
                    closedOn = lastDay.plusDays(1);
                    askedFrom = closedOn;
                }
            }
        }
        Money due = plan.dueTo(day);
        boolean isBroken = missed >= plan.policy().missed();
        boolean isBehind = paid.compareTo(plan.dueTo(day.minusDays(1))) < 0;
        return new BudgetStanding(
                state(plan, day, isBroken, isBehind), carried, billed, paid, due, missed, closedOn, askedFrom);
    }

    private static BudgetState state(BudgetPlan plan, LocalDate day, boolean isBroken, boolean isBehind) {
        if (plan.endedOn() != null && !day.isBefore(plan.endedOn())) {
            return BudgetState.ENDED;
        }
        if (isBroken) {
            return BudgetState.BROKEN;
        }
        if (!day.isBefore(plan.yearEnd())) {
            return BudgetState.OVER;
        }
        return isBehind ? BudgetState.LATE : BudgetState.KEPT;
    }

    private static boolean isIn(BudgetPlan plan, LocalDate on, LocalDate day) {
        return !on.isBefore(plan.startsOn()) && !on.isAfter(day);
    }

    private static Money paidTo(BudgetPlan plan, LocalDate day, List<Movement> movements) {
        return sum(movements, Kind.PAID, on -> isIn(plan, on, day));
    }

    private static Money sum(List<Movement> movements, Kind kind, Predicate<LocalDate> days) {
        return movements.stream()
                .filter(one -> one.kind() == kind && days.test(one.on()))
                .map(Movement::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
