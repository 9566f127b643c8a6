package org.taswiya.core.billing;

import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Rating;

/// What one bill claims for one period, and the lines behind it.
///
/// @param usage what the period is now taken to have used
/// @param rating the period priced whole; a true-up claims only what it exceeds earlier bills by
/// @param claimed what this bill claims for the period, below zero for a credit
public record BillSegment(DateRange range, Kind kind, Decimal usage, Rating rating, Amounts claimed) {

    /// Why the period is on the bill.
    public enum Kind {
        /// Nobody read the meter.
        ESTIMATED,
        /// Measured, and billed for the first time.
        ACTUAL,
        /// Billed before; the difference is claimed or credited.
        TRUE_UP
    }
}
