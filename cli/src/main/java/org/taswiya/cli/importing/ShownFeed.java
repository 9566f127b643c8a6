package org.taswiya.cli.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedSeries;

/// What the days of a feed come to, series by series. The days themselves are not kept.
final class ShownFeed {
    private final Map<FeedSeries, ShownSeries> series = new TreeMap<>();

    /// The days of one series so far.
    static final class ShownSeries {
        private final FeedSeries series;

        /// Days that follow each other, from the first to the one after the last.
        private final TreeMap<LocalDate, LocalDate> stretches = new TreeMap<>();

        private final Map<UsageQuality, Long> qualities = new TreeMap<>();
        private Fraction sum = Fraction.ZERO;
        private long days;
        private long intervals;
        private long incomplete;

        private ShownSeries(FeedSeries series) {
            this.series = series;
        }

        private void add(FeedDay day) {
            long count = day.days().days();
            days += count;
            intervals += day.intervals();
            incomplete += day.isComplete() ? 0 : count;
            qualities.merge(day.quality(), count, Long::sum);
            sum = sum.plus(day.quantity()).reduced();
            LocalDate from = day.days().from();
            LocalDate to = day.days().to();
            Map.Entry<LocalDate, LocalDate> before = stretches.floorEntry(from);
            if (before != null && !before.getValue().isBefore(from)) {
                from = before.getKey();
                to = before.getValue().isAfter(to) ? before.getValue() : to;
            }
            LocalDate after = stretches.remove(to);
            stretches.put(from, after == null ? to : after);
        }

        FeedSeries series() {
            return series;
        }

        long days() {
            return days;
        }

        long intervals() {
            return intervals;
        }

        long incomplete() {
            return incomplete;
        }

        long of(UsageQuality quality) {
            return qualities.getOrDefault(quality, 0L);
        }

        Fraction sum() {
            return sum;
        }

        LocalDate first() {
            return stretches.firstKey();
        }

        LocalDate last() {
            return stretches.lastEntry().getValue().minusDays(1);
        }

        /// The days between the first and the last that are not there.
        List<DateRange> gaps() {
            List<DateRange> gaps = new ArrayList<>();
            LocalDate end = null;
            for (Map.Entry<LocalDate, LocalDate> stretch : stretches.entrySet()) {
                if (end != null) {
                    gaps.add(DateRange.of(end, stretch.getKey()));
                }
                end = stretch.getValue();
            }
            return gaps;
        }
    }

    void add(FeedDay day) {
        series.computeIfAbsent(day.series(), ShownSeries::new).add(day);
    }

    Collection<ShownSeries> series() {
        return series.values();
    }
}
