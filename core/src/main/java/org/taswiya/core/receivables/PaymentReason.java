package org.taswiya.core.receivables;

import java.util.Locale;

/// Why a payment, or its reversal, is not booked. The code is what answers and files of rejected rows show.
public enum PaymentReason {
    /// Nothing, or less than nothing, was paid.
    AMOUNT_NOT_ABOVE_ZERO,
    /// More than a payment by these means is likely to be; a person has to say that it is meant.
    ABOVE_LIMIT,
    /// No such customer account.
    UNKNOWN_ACCOUNT,
    /// Of a day to come.
    FUTURE_DAY,
    /// Of a day on which there was no such account yet.
    DAY_BEFORE_ACCOUNT,
    /// One item is named twice.
    NAMED_TWICE,
    /// An item is named that is in no books.
    UNKNOWN_ITEM,
    /// An item is named that another account owes.
    OTHER_ACCOUNTS_ITEM,
    /// An item is named that is settled already, or below zero.
    ALREADY_CLOSED,
    /// A bill is named that was cancelled, or an opening item that was taken back.
    CANCELLED_ITEM,
    /// An item is named that was issued after the day of the payment.
    DAY_BEFORE_ITEM,
    /// The source has used this name for another payment.
    KEY_OF_ANOTHER,
    /// There is no such receipt.
    UNKNOWN_RECEIPT,
    /// The payment was reversed before.
    ALREADY_REVERSED,
    /// A payment cannot be reversed before the day on which it came, or one of what it settled was issued.
    DAY_BEFORE_PAYMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
