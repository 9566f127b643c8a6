package org.taswiya.core.metering;

import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// A quantity used over some days, and how it is known.
///
/// @param quantity in units after the multiplier, zero or more
public record Usage(DateRange range, Decimal quantity, UsageQuality quality) {

    /// What of it falls on the days of another range, cut by days.
    public Fraction within(DateRange other) {
        long days = range.daysShared(other);
        return days == range.days()
                ? Fraction.of(quantity)
                : Fraction.of(quantity).times(Fraction.of(days, range.days()));
    }
}
