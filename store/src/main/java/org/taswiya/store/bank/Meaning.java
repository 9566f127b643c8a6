package org.taswiya.store.bank;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;

/// What a transaction seems to be.
sealed interface Meaning {
    /// @param collected the end-to-end identification of our direct debit; null for a transfer
    record Pays(Payment payment, @Nullable String collected) implements Meaning {}

    /// @param collected as above
    record Reverses(ReceiptNumber receipt, @Nullable String collected) implements Meaning {}

    /// @param isPaid whether it has gone, and has not come back
    record Refunds(StoredRefund refund, boolean isPaid) implements Meaning {}

    record Waits() implements Meaning {}
}
