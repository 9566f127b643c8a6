package org.taswiya.core.collector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;

/// What is known of a collector's transaction.
///
/// @param order null where only a cancel has come
/// @param reservedUntil null where it never was reserved
/// @param receipt null where it never was paid
/// @param paidAt as the receipt
/// @param fee before tax; zero unless it is booked
/// @param isRemitted whether its money has come here already
public record Known(
        String transaction,
        TransactionState state,
        @Nullable Order order,
        @Nullable Instant reservedUntil,
        @Nullable ReceiptNumber receipt,
        @Nullable Instant paidAt,
        Money fee,
        boolean isRemitted) {

    /// A transaction of which nothing but its end has come.
    static Known ended(String transaction, TransactionState state) {
        return new Known(transaction, state, null, null, null, null, Money.ZERO, false);
    }

    /// Where it is at a moment: a reservation ends by itself.
    public TransactionState stateAt(Instant now) {
        return state == TransactionState.RESERVED && reservedUntil != null && !now.isBefore(reservedUntil)
                ? TransactionState.EXPIRED
                : state;
    }

    Known in(TransactionState next) {
        Money left = next.isBooked() ? fee : Money.ZERO;
        return new Known(transaction, next, order, reservedUntil, receipt, paidAt, left, isRemitted);
    }

    /// The same, with the number that its payment got.
    public Known withReceipt(ReceiptNumber number) {
        return new Known(transaction, state, order, reservedUntil, number, paidAt, fee, isRemitted);
    }
}
