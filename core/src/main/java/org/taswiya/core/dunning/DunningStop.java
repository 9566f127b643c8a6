package org.taswiya.core.dunning;

import java.util.Locale;

/// What keeps a step back, in the order in which it is looked for.
public enum DunningStop {
    /// The class of customers is never dunned.
    CLASS,
    /// An order stops collection, or disconnection, where the account is served.
    SUSPENSION,
    /// A day of the year on which it is not done.
    SEASON,
    /// The customer disputes it.
    DISPUTE,
    /// The customer is vulnerable.
    VULNERABLE,
    /// A person has stopped it for another reason.
    PERSON,
    /// The item is under a payment facility that is kept or may be made up.
    ARRANGEMENT,
    /// A budget plan asks for its amounts in place of the item.
    BUDGET,
    /// What is overdue is less than the step asks for.
    AMOUNT,
    /// The account has credits that settle what is overdue once they are used.
    CREDIT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
