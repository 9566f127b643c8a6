package org.taswiya.core.collector;

import java.util.Locale;
import org.taswiya.core.receivables.PaymentReason;

/// Why a collector's message does nothing. The code is what answers show; the set is part of the contract.
public enum CollectorReason {
    /// The collector has no right to this.
    NO_RIGHT,
    /// The bills are another utility's.
    OTHER_UTILITY,
    /// Nothing, or less than nothing, is paid.
    AMOUNT_NOT_ABOVE_ZERO,
    /// No bill is named; a collector pays bills.
    NO_BILLS,
    /// More bills than a transaction may have.
    TOO_MANY_BILLS,
    /// More money than a transaction may have.
    TRANSACTION_LIMIT,
    /// More money than the collector may take on a day.
    DAY_LIMIT,
    /// The day is to come, or too long ago.
    DAY_NOT_ACCEPTED,
    /// The amount is not what the bills come to.
    AMOUNT_DIFFERS,
    /// Another transaction has a bill reserved.
    RESERVED_BY_ANOTHER,
    UNKNOWN_ACCOUNT,
    UNKNOWN_ITEM,
    NAMED_TWICE,
    OTHER_ACCOUNTS_ITEM,
    /// A bill is paid already.
    ALREADY_CLOSED,
    /// A bill was cancelled since.
    CANCELLED_ITEM,
    DAY_BEFORE_ITEM,
    /// The transaction's number was used with other contents.
    OTHER_CONTENTS,
    /// The transaction was cancelled; a new one needs a new number.
    TRANSACTION_CANCELLED,
    /// The transaction was refused; a new one needs a new number.
    TRANSACTION_REFUSED,
    /// A confirm has come ahead of its payment: the only refusal that may be otherwise later.
    NOT_PAID,
    /// What is confirmed is not cancelled.
    ALREADY_CONFIRMED,
    /// It was paid too long ago to be cancelled, or its money has come here.
    TOO_LATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the same message will always be told the same.
    public boolean isFinal() {
        return this != NOT_PAID && this != OTHER_CONTENTS;
    }

    /// What the rules of payments call it.
    static CollectorReason of(PaymentReason reason) {
        return switch (reason) {
            case AMOUNT_NOT_ABOVE_ZERO -> AMOUNT_NOT_ABOVE_ZERO;
            case UNKNOWN_ACCOUNT -> UNKNOWN_ACCOUNT;
            case FUTURE_DAY -> DAY_NOT_ACCEPTED;
            case NAMED_TWICE -> NAMED_TWICE;
            case UNKNOWN_ITEM -> UNKNOWN_ITEM;
            case OTHER_ACCOUNTS_ITEM -> OTHER_ACCOUNTS_ITEM;
            case ALREADY_CLOSED -> ALREADY_CLOSED;
            case CANCELLED_ITEM -> CANCELLED_ITEM;
            case DAY_BEFORE_ITEM -> DAY_BEFORE_ITEM;
            case KEY_OF_ANOTHER -> OTHER_CONTENTS;
            case ABOVE_LIMIT, DAY_BEFORE_ACCOUNT, UNKNOWN_RECEIPT, ALREADY_REVERSED, DAY_BEFORE_PAYMENT ->
                throw new IllegalArgumentException("No payment is refused with " + reason);
        };
    }
}
