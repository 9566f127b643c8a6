package org.taswiya.core.online;

import java.util.Locale;
import org.taswiya.core.receivables.PaymentReason;

/// Why a notice is refused, or its money not booked as it was asked for. The code is what answers and lists show.
public enum NoticeReason {
    /// Not signed by the provider over these bytes. Not kept: anybody can send such.
    BAD_SIGNATURE(false),
    /// Not the fields that are expected.
    BAD_NOTICE(false),
    /// Not above zero with two decimals.
    BAD_AMOUNT(false),
    /// Taken for another utility.
    OTHER_UTILITY(false),
    /// Of an attempt that was never made here, or at another provider.
    UNKNOWN_ATTEMPT(false),
    /// The transaction was told before and said something else; the first stands.
    OTHER_CONTENTS(false),
    /// The attempt is paid already by another transaction.
    PAID_AGAIN(true),
    /// Another amount was taken than was asked for.
    OTHER_AMOUNT(true),
    /// What it should pay is paid meanwhile.
    ALREADY_CLOSED(true),
    /// A bill was cancelled meanwhile.
    CANCELLED_ITEM(true),
    /// What it should pay cannot be paid by it, for another reason.
    NOT_PAYABLE(true),
    /// The attempt had expired; booked as it was asked for.
    LATE(true);

    private final boolean isBooked;

    NoticeReason(boolean isBooked) {
        this.isBooked = isBooked;
    }

    /// Whether the money is in the books.
    public boolean isBooked() {
        return isBooked;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NoticeReason of(PaymentReason reason) {
        return switch (reason) {
            case ALREADY_CLOSED -> ALREADY_CLOSED;
            case CANCELLED_ITEM -> CANCELLED_ITEM;
            case AMOUNT_NOT_ABOVE_ZERO,
                    ABOVE_LIMIT,
                    UNKNOWN_ACCOUNT,
                    FUTURE_DAY,
                    DAY_BEFORE_ACCOUNT,
                    NAMED_TWICE,
                    UNKNOWN_ITEM,
                    OTHER_ACCOUNTS_ITEM,
                    DAY_BEFORE_ITEM,
                    KEY_OF_ANOTHER,
                    UNKNOWN_RECEIPT,
                    ALREADY_REVERSED,
                    DAY_BEFORE_PAYMENT -> NOT_PAYABLE;
        };
    }
}
