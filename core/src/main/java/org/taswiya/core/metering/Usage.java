package org.taswiya.core.metering;

import java.util.List;
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

    /// What of several falls on some days, cut by days.
    public static Fraction within(DateRange days, List<Usage> usages) {
        Decimal whole = Decimal.ZERO;
        Fraction parts = Fraction.ZERO;
        for (Usage usage : usages) {
            if (days.contains(usage.range())) {
                whole = whole.plus(usage.quantity());
            } else if (usage.range().daysShared(days) > 0) {
                parts = parts.plus(usage.within(days));
            }
        }
        return parts.plus(Fraction.of(whole));
    }
}
