package org.taswiya.core.collective;

import java.util.Locale;

/// Why a bill is not shared out. The code is what answers show.
public enum ApportionmentReason {
    /// There is no such bill, or it was cancelled.
    UNKNOWN_BILL,
    /// No sub-meter stands behind its meter on its days.
    NO_SUB_METERS,
    /// A meter is not read to the end of the bill's days, or what it counted cannot be told.
    NOT_READ,
    /// The sub-meters counted more than the main meter.
    SUBS_ABOVE_MAIN,
    /// There is a common part, and nobody has a share of it.
    NO_SHARES;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
