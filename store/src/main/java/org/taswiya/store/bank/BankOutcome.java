package org.taswiya.store.bank;

import java.util.Locale;

/// What a transaction is to the books when it comes.
public enum BankOutcome {
    /// A customer's payment.
    PAYMENT,
    /// A direct debit that was collected.
    COLLECTION,
    /// A payment that was none after all.
    REVERSAL,
    /// A refund that has gone.
    REFUND,
    /// A refund that came back.
    REFUND_BACK,
    /// For a person to decide; in suspense meanwhile.
    WAITING;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
