package org.taswiya.store.bank;

import java.util.Locale;

/// How far a refund is.
public enum RefundState {
    ASKED,
    APPROVED,
    REFUSED,
    /// In a file for the bank.
    SENT,
    /// A statement has shown that it went.
    PAID,
    /// It came back, or never went: the money is the customer's credit again.
    BACK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
