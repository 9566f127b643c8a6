package org.taswiya.core.collector;

import java.util.Locale;

/// How far a collector's transaction is.
public enum TransactionState {
    /// Others are kept from its bills for a while; no money has moved.
    RESERVED,
    /// It was reserved once, and too long ago. It may still be paid.
    EXPIRED,
    /// It is in the books, and may be taken back for a while.
    PAID,
    /// It is in the books for good.
    CONFIRMED,
    /// It is not in the books and never will be.
    CANCELLED,
    /// As cancelled, because of what was wrong with it.
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TransactionState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether its money is in the books.
    public boolean isBooked() {
        return this == PAID || this == CONFIRMED;
    }
}
