package org.taswiya.intake.feed;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Fraction;

/// What a register counted on one day of the feed's own local time.
///
/// @param days one day; more only where an interval of the feed is longer than a day, which is never divided
/// @param quantity exact, in the unit of the series
/// @param quality the worst of its intervals
/// @param intervals how many are in the quantity
/// @param isComplete whether they cover the days from their first moment to their last, and none was refused
/// @param leastHour the smallest hour of a complete day whose intervals are all actual, in the unit of the series; null
///     where hours are not known, or were counted by several registers
/// @param each its intervals one by one
public record FeedDay(
        FeedSeries series,
        DateRange days,
        Fraction quantity,
        UsageQuality quality,
        long intervals,
        boolean isComplete,
        @Nullable Fraction leastHour,
        FeedIntervals each) {}
