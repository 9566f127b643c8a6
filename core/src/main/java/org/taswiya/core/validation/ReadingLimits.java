package org.taswiya.core.validation;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// By what readings of one class of customers and one service are judged. Null where something is not checked. Every
/// limit itself still passes: only what lies beyond it is found.
///
/// @param average use a day beside the meter's own
/// @param year the last 365 days beside the three years before
/// @param spike the largest interval of a day may exceed the third largest by this share of it
/// @param sum intervals or bands may differ from the register by this share of what it shows, and always by one step
/// @param zeroUseDays nothing used is found when it lasts longer than so many days
/// @param inactiveUse so much may be used where nobody is
/// @param siblings whether all registers of a device have to be read on the day
/// @param prolonged how long nobody may have read the meter
/// @param alarm from where on the customer is told of abnormal use
public record ReadingLimits(
        @Nullable AverageLimits average,
        @Nullable YearLimits year,
        @Nullable Decimal spike,
        @Nullable Decimal sum,
        @Nullable Integer zeroUseDays,
        @Nullable Decimal inactiveUse,
        boolean siblings,
        @Nullable ProlongedLimits prolonged,
        @Nullable AlarmLimits alarm) {

    /// Only what no register can show is found, and what is lower than before.
    public static final ReadingLimits NONE = new ReadingLimits(null, null, null, null, null, null, false, null, null);

    /// Use a day now over use a day before.
    ///
    /// @param high times the average that pass
    /// @param low times the average that pass, below `high`
    /// @param leastDifference units by which the use has to differ from the average over the same days to be found
    /// @param referenceDays the average is that of so many days before the reading before
    /// @param estimatedShare of the days of the average that may lie between readings with estimates in between
    public record AverageLimits(
            Decimal high, Decimal low, Decimal leastDifference, int referenceDays, Decimal estimatedShare) {}

    /// A year of 365 days over the mean of the three before it.
    ///
    /// @param high times the mean that pass
    /// @param low times the mean that pass
    public record YearLimits(Decimal high, Decimal low) {}

    /// @param estimates in a row that pass
    /// @param days since the last actual reading that pass
    public record ProlongedLimits(int estimates, int days) {}
}
