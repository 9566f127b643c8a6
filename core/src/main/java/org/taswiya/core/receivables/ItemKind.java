package org.taswiya.core.receivables;

import java.util.Locale;

/// What a customer owes something on, in the order in which they are settled when the days are the same.
public enum ItemKind {
    /// A bill above zero.
    BILL,
    /// What was open in the old system.
    OPENING,
    /// Money that the utility has promised to send back: owed until credits settle it, in the same moment.
    REFUND,
    /// What an adjustment puts on what is owed: a correction, a fee, interest.
    ADJUSTMENT,
    /// A deposit that was claimed.
    DEPOSIT,
    /// A new connection whose quote the customer agreed to.
    CONNECTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ItemKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
