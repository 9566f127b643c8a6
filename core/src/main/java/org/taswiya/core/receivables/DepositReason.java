package org.taswiya.core.receivables;

import java.util.Locale;

/// Why no deposit is asked for. The code is what answers show.
public enum DepositReason {
    /// There is no such agreement.
    UNKNOWN_AGREEMENT,
    /// It has ended: what is left is its final bill.
    AGREEMENT_ENDED,
    /// The day is before its first one, or still to come.
    NOT_ON_ITS_DAYS,
    /// A deposit was asked for it before; there is one for each agreement.
    ASKED_ALREADY,
    /// The utility asks customers of that class for none.
    NOTHING_TO_ASK;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
