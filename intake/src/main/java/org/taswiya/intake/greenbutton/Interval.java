package org.taswiya.intake.greenbutton;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;

/// A reading of a block, as far as it counts here.
///
/// @param start in seconds since 1970
/// @param duration in seconds, zero or more
/// @param timeOfUse 0 when it states none
/// @param quality the worst that it states; null when it states none
record Interval(
        long start,
        long duration,
        long value,
        long timeOfUse,
        @Nullable UsageQuality quality,
        long line) {
    /// By time; of those that begin at once the order is by what they say, whatever that of the file.
    static final Comparator<Interval> ORDER = Comparator.comparingLong(Interval::start)
            .thenComparingLong(Interval::duration)
            .thenComparingLong(Interval::value)
            .thenComparingLong(Interval::timeOfUse)
            .thenComparing(Interval::quality, Comparator.nullsFirst(Comparator.naturalOrder()));

    /// From 1900 to 2999.
    private static final long START_LEAST = -2_208_988_800L;

    private static final long START_MOST = 32_503_680_000L;

    /// @throws FeedRefused when it says not when or how much
    static Interval of(EspiNode reading) {
        EspiNode period = reading.child("timePeriod");
        Long value = reading.number("value");
        if (period == null || value == null) {
            throw new FeedRefused(
                    reading.line(), FeedFault.MISSING_FIELD, "found an interval without its time or its value");
        }
        long start = period.number("start", 0);
        if (start < START_LEAST || start > START_MOST) {
            throw new FeedRefused(
                    reading.line(), FeedFault.BAD_DATE, "found the start " + start + ", expected a year 1900 to 2999");
        }
        return new Interval(
                start, period.number("duration", 0), value, reading.number("tou", 0), quality(reading), reading.line());
    }

    private static @Nullable UsageQuality quality(EspiNode reading) {
        UsageQuality worst = null;
        for (EspiNode stated : reading.children("ReadingQuality")) {
            UsageQuality known = SeriesTerms.known(stated.number("quality", 0));
            worst = worst == null || known.compareTo(worst) > 0 ? known : worst;
        }
        return worst;
    }

    long end() {
        return start + duration;
    }
}
