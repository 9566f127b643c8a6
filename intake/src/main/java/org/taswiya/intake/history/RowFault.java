package org.taswiya.intake.history;

import java.util.Locale;

/// Why a row of a history is refused. A closed set; the code is what reports show.
public enum RowFault {
    /// Fewer or more fields than the header has, or an empty one.
    MISSING_FIELD,
    /// Not a day of the calendar as yyyy-MM-dd, or a period without a day.
    BAD_DATE,
    /// Not a plain decimal, or more digits than a number may have.
    BAD_NUMBER,
    /// A quantity below zero.
    NEGATIVE_USAGE,
    /// A quantity above 10^12, or finer than a register can show.
    TOO_LARGE,
    /// The period begins before the meter's previous one ends.
    OVERLAP,
    /// The same days of the same meter with the same quantity have been told of in another row.
    REPEATED,
    /// Rows of other meters stand between this row and the meter's earlier ones.
    METER_SCATTERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
