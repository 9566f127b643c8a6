package org.taswiya.core.metering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    /// Another meter hangs there, and no exchange says what the one before it showed at its end.
    UNRECORDED_EXCHANGE,
    /// A meter counts in another unit than the tariff prices.
    OTHER_UNIT,
    /// The tariff prices what the meter does not count: usage by time band, or the highest demand.
    NOT_COUNTED,
    /// A value that the dial cannot show, or a usage beyond any limit.
    IMPLAUSIBLE_USAGE,
    /// More bills in a row would rest on estimates than the policy allows.
    TOO_MANY_ESTIMATES,
    /// No method of the declared chain finds anything to estimate from.
    NO_ESTIMATE,
    /// The tariff has no version for some of the days to bill.
    OUTSIDE_VERSIONS,
    /// A bill many times the usual one.
    ABOVE_USUAL,
    /// A settlement that charges more than the utility lets out unseen.
    LARGE_TRUE_UP,
    /// A bill that credits more than the utility lets out unseen.
    LARGE_CREDIT,
    /// A bill of nothing.
    ZERO_BILL,
    /// A bill above what the utility lets out unseen, whatever is usual.
    LARGE_BILL,
    /// A bill on an estimate after others in a row.
    ESTIMATED_OFTEN,
    /// A bill that waits for another one of the same account.
    MISSING_SERVICE;

    /// Whether a check before the bill leaves held it, which a person may lift; everything else needs a correction.
    public boolean isCheck() {
        return switch (this) {
            case ABOVE_USUAL, LARGE_TRUE_UP, LARGE_CREDIT, ZERO_BILL, LARGE_BILL, ESTIMATED_OFTEN, MISSING_SERVICE ->
                true;
            case READING_LOWER,
                    BILLED_GAP,
                    BILLED_OVERLAP,
                    NO_ACTUAL_READING,
                    UNRECORDED_EXCHANGE,
                    OTHER_UNIT,
                    NOT_COUNTED,
                    IMPLAUSIBLE_USAGE,
                    TOO_MANY_ESTIMATES,
                    NO_ESTIMATE,
                    OUTSIDE_VERSIONS -> false;
        };
    }

    public static Optional<HoldReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
