package org.taswiya.core.receivables;

import java.util.Locale;

/// What a customer has money to their credit from, in the order in which it is used when the days are the same.
public enum CreditKind {
    /// A credit of the old system, which is older than all others.
    OPENING,
    /// A bill below zero.
    BILL,
    /// A payment: what it left over, or what came back to it.
    PAYMENT,
    /// What an adjustment takes off what is owed.
    ADJUSTMENT,
    /// A deposit that was given back, with its interest.
    DEPOSIT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CreditKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
