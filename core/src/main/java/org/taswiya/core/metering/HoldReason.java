package org.taswiya.core.metering;

import java.util.Locale;

/// Why something waits for a person instead of being billed. A closed set; the code is what answers and reports show.
public enum HoldReason {
    /// A reading is lower than the one before, and neither a rollover nor an exchange explains it.
    READING_LOWER,
    /// What was billed does not reach from one period to the next, or starts after the first actual reading.
    BILLED_GAP,
    /// Billed periods overlap, or start before the first actual reading.
    BILLED_OVERLAP,
    /// Two actual readings are needed and are not there.
    NO_ACTUAL_READING,
    /// A value that the dial cannot show, or a usage beyond any limit.
    IMPLAUSIBLE_USAGE,
    /// More bills in a row would rest on estimates than the policy allows.
    TOO_MANY_ESTIMATES,
    /// No method of the declared chain finds anything to estimate from.
    NO_ESTIMATE,
    /// The tariff has no version for some of the days to bill.
    OUTSIDE_VERSIONS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
