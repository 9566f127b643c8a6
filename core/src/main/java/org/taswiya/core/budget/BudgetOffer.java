package org.taswiya.core.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// What an account that asks for a budget plan is offered.
public sealed interface BudgetOffer {

    /// It may pay so.
    ///
    /// @param monthly each of twelve amounts
    /// @param yearly what a year of bills is expected to come to, half up to the centime
    /// @param dueDays in their order, each a working day
    /// @param found by which figures, for a person
    record Offered(Money monthly, Money yearly, List<LocalDate> dueDays, String found) implements BudgetOffer {
        public Offered {
            dueDays = List.copyOf(dueDays);
        }

        /// What the end of the year would bring if all is as expected: above zero what is left to pay.
        public Money expectedRest() {
            return yearly.minus(Money.ofMinor(Math.multiplyExact(monthly.minorUnits(), dueDays.size())));
        }
    }

    /// Nothing is offered.
    ///
    /// @param found what was found, and what to do
    record NotOffered(BudgetReason reason, String found) implements BudgetOffer {}

    /// The twelfth part of the year before, up to the step of the policy; or the amount that is asked for.
    static BudgetOffer to(BudgetRequest request, WorkingDays days) {
        BudgetPolicy policy = request.policy();
        if (policy == null) {
            return no(BudgetReason.NONE_FOR_CLASS, "there are no budget plans for customers of this class");
        }
        if (request.leftOn() != null) {
            return no(
                    BudgetReason.LEFT,
                    "the last agreement ends on " + request.leftOn()
                            + "; what is open then may be paid in instalments");
        }
        if (request.running() != null) {
            return no(BudgetReason.RUNNING, "plan " + request.running() + " runs; change or end that one");
        }
        if (request.isArranged()) {
            return no(BudgetReason.ARRANGED, "a payment facility runs; settle it first");
        }
        if (request.overdue().signum() > 0) {
            return no(BudgetReason.OVERDUE, request.overdue() + " is overdue; let it be paid or arranged first");
        }
        NotOffered unknown = unknown(request.history(), policy);
        Money asked = request.amount();
        if (asked == null && unknown != null) {
            return unknown;
        }
        Fraction yearly = BilledYear.yearly(request.history());
        Money monthly = asked == null ? policy.rounded(yearly.dividedBy(Fraction.of(BudgetPolicy.MONTHS))) : asked;
        return wrong(monthly, policy)
                ? no(BudgetReason.WRONG_AMOUNT, monthly + " a month; expected a multiple of " + policy.step())
                : new Offered(
                        monthly,
                        yearly.toMoneyHalfUp(),
                        dueDays(request.from(), policy, days),
                        found(request.history(), asked));
    }

    /// Whether it is no amount of a plan.
    static boolean wrong(Money monthly, BudgetPolicy policy) {
        return monthly.signum() <= 0 || monthly.minorUnits() % policy.step().minorUnits() != 0;
    }

    private static @Nullable NotOffered unknown(List<BilledYear> history, BudgetPolicy policy) {
        if (history.isEmpty()) {
            return no(BudgetReason.TOO_LITTLE_HISTORY, "no bill of the year before; name an amount");
        }
        for (BilledYear one : history) {
            if (one.days() < policy.leastDays()) {
                return no(
                        BudgetReason.TOO_LITTLE_HISTORY,
                        "the bills of " + one.agreement() + " cover " + one.days() + " days, the least is "
                                + policy.leastDays() + "; name an amount");
            }
        }
        return null;
    }

    private static List<LocalDate> dueDays(LocalDate from, BudgetPolicy policy, WorkingDays days) {
        LocalDate first = from.plusDays(policy.firstAfterDays());
        return IntStream.range(0, BudgetPolicy.MONTHS)
                .mapToObj(month -> days.onOrAfter(first.plusMonths(month)))
                .toList();
    }

    private static String found(List<BilledYear> history, @Nullable Money asked) {
        StringBuilder found = new StringBuilder(asked == null ? "" : asked + " was asked for; ");
        String between = "";
        for (BilledYear one : history) {
            found.append(between).append(one.agreement()).append(": ").append(one.billed());
            found.append(" billed for ").append(one.days()).append(" days");
            between = ", ";
        }
        return found.append(history.isEmpty() ? "no bill before" : "").toString();
    }

    private static NotOffered no(BudgetReason reason, String found) {
        return new NotOffered(reason, found);
    }
}
