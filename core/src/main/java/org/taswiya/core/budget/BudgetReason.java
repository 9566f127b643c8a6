package org.taswiya.core.budget;

import java.util.Locale;

/// Why a budget plan is not offered, not opened, or not changed. The code is what answers show.
public enum BudgetReason {
    /// No such customer account.
    UNKNOWN_ACCOUNT,
    /// The utility has no budget plans for this class of customers.
    NONE_FOR_CLASS,
    /// All agreements of the account have ended.
    LEFT,
    /// The account has a plan that runs; it is changed, not joined by another.
    RUNNING,
    /// The account has a payment facility that runs; one way to pay at a time.
    ARRANGED,
    /// Something is overdue; it is paid or arranged first.
    OVERDUE,
    /// The bills cover too few days to find an amount.
    TOO_LITTLE_HISTORY,
    /// The amount would be nothing, or is no multiple of the step.
    WRONG_AMOUNT,
    /// There is no such plan.
    UNKNOWN_PLAN,
    /// It has ended, is broken, or its year is over.
    NOT_RUNNING,
    /// Before the plan began, or on a day to come.
    WRONG_DAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
