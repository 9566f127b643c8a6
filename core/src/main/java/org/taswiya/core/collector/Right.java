package org.taswiya.core.collector;

import java.util.Locale;

/// What a collector may do.
public enum Right {
    /// See what an account owes.
    INQUIRE,
    /// Reserve, pay and confirm.
    PAY,
    /// Pay less than bills come to.
    PAY_IN_PART,
    /// Take back what it has paid and not confirmed.
    CANCEL,
    /// Print a copy of a bill.
    COPY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
