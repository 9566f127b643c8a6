package org.taswiya.core.interval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BandGrid;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.quantity.Decimal;

/// What a series comes to over some time, whole and band by band. Exact; nothing is rounded.
public sealed interface IntervalSums {

    /// @param bands one for each band of the calendar, in the order of its names; none without a calendar
    record Summed(BandSum whole, List<BandSum> bands) implements IntervalSums {}

    /// @param found what was asked and why it has no answer
    record Refused(IntervalReason reason, String found) implements IntervalSums {}

    /// @param band empty for the whole
    /// @param counts how many intervals are known how, by the order of the qualities
    /// @param highest the highest demand of a window that has no missing interval and lies in the band as a whole, of
    ///     equal ones the first; null where there is none
    record BandSum(
            String band,
            Decimal quantity,
            List<Integer> counts,
            @Nullable Demand highest) {
        public int count(IntervalQuality quality) {
            return counts.get(quality.number());
        }
    }

    /// Over days of a zone, which need not be that of the series. What the series does not have is missing.
    static IntervalSums of(
            IntervalSeries series, DateRange days, ZoneId zone, @Nullable TimeBands bands, DemandWindow window) {
        long start = days.from().atStartOfDay(zone).toEpochSecond();
        long end = days.to().atStartOfDay(zone).toEpochSecond();
        ZoneId own = series.clock().zone();
        LocalDate last = Instant.ofEpochSecond(end - 1).atZone(own).toLocalDate();
        IntervalSeries over = series.over(
                DateRange.of(Instant.ofEpochSecond(start).atZone(own).toLocalDate(), last.plusDays(1)));
        long[] edges = over.edges();
        int from = Arrays.binarySearch(edges, start);
        int to = Arrays.binarySearch(edges, end);
        if (from < 0 || to < 0) {
            return new Refused(
                    IntervalReason.DIVIDED_BY_DAY,
                    "the days " + days + " of " + zone + " begin or end within an interval of "
                            + series.clock().minutes() + " minutes of " + own);
        }
        BandGrid grid = bands == null ? null : BandGrid.of(bands, Arrays.copyOfRange(edges, from, to + 1));
        return of(new SumOver(over, edges, from, to, grid), window);
    }

    /// Over all of a series, with the bands of its intervals found before, for many registers.
    ///
    /// @param edges of the series
    static IntervalSums of(IntervalSeries series, long[] edges, @Nullable BandGrid grid, DemandWindow window) {
        return of(new SumOver(series, edges, 0, series.size(), grid), window);
    }

    private static IntervalSums of(SumOver over, DemandWindow window) {
        IntervalClock clock = over.series().clock();
        int width = window.intervals(clock);
        if (width == 0) {
            return new Refused(
                    IntervalReason.DIVIDED_BY_DEMAND,
                    "demand over " + window.minutes() + " minutes, intervals of " + clock.minutes());
        }
        BandGrid grid = over.grid();
        Instant divided = grid == null ? null : grid.divided().orElse(null);
        return divided == null
                ? over.summed(width, window.isSliding() ? 1 : width)
                : new Refused(IntervalReason.DIVIDED_BY_BAND, "the interval at " + divided + " is in two bands");
    }
}
