package org.taswiya.core.arrangement;

import java.util.Locale;

/// Why an arrangement is not offered, not granted, or not changed. The code is what answers show.
public enum ArrangementReason {
    /// No such customer account.
    UNKNOWN_ACCOUNT,
    /// The account owes nothing that is issued.
    NOTHING_OPEN,
    /// The utility arranges nothing for this class of customers.
    NONE_FOR_CLASS,
    /// One runs already; it is renegotiated, not joined by another.
    RUNNING,
    /// No bill before tells what is usual, so none is offered unasked.
    USUAL_UNKNOWN,
    /// What is owed is no more than the stated multiple of a usual bill, so none is offered unasked.
    NOT_ABOVE_USUAL,
    /// The last bill settles no more than one month, so none is offered unasked.
    NO_CATCH_UP,
    /// Fewer than two instalments.
    TOO_SHORT,
    /// More instalments than anybody may grant.
    TOO_LONG,
    /// Instalments below the least.
    INSTALMENT_TOO_SMALL,
    /// Above what a clerk grants alone.
    NEEDS_APPROVAL,
    /// The approver is the author.
    OWN_APPROVAL,
    /// There is no such arrangement.
    UNKNOWN_ARRANGEMENT,
    /// It has ended, was renegotiated, or is settled.
    NOT_RUNNING,
    /// Before the day on which it was signed, or on a day to come.
    WRONG_DAY,
    /// No rebate is given for it.
    NO_REBATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
