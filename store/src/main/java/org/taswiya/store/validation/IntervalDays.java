package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.IntervalUse;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.interval.IntervalBlocks;
import org.taswiya.store.interval.MixedIntervals;
import org.taswiya.store.interval.StandingIntervals;
import org.taswiya.store.receiving.PointDay;

/// What the intervals in the books say of days of registers: a few figures a day, so that many registers are held at
/// once.
public final class IntervalDays {
    public static final IntervalDays NONE = new IntervalDays(Map.of());

    /// Longer than this after the reading before, intervals are not summed.
    public static final int DAYS_MOST = 100;

    private static final int POINTS_AT_ONCE = 50;
    private static final int PEAKS = 3;

    private final Map<String, Map<LocalDate, OfDay>> points;

    /// @param total null where one of its intervals is missing
    /// @param peaks the largest, largest first
    private record OfDay(Unit unit, @Nullable Decimal total, List<Decimal> peaks) {}

    private IntervalDays(Map<String, Map<LocalDate, OfDay>> points) {
        this.points = points;
    }

    /// Of those whose limits ask for intervals, the days before their readings.
    static IntervalDays of(Connection connection, Set<PointDay> keys, Map<String, ReadingLimits> limits)
            throws SQLException {
        Map<String, DateRange> days = new HashMap<>();
        for (PointDay key : keys) {
            if (isAsked(limits.get(key.usagePoint()))) {
                days.merge(
                        key.usagePoint(),
                        DateRange.of(key.at().minusDays(DAYS_MOST), key.at()),
                        IntervalDays::spanning);
            }
        }
        return of(connection, days);
    }

    /// Whether limits ask for intervals at all.
    public static boolean isAsked(@Nullable ReadingLimits limits) {
        return limits != null && (limits.spike() != null || limits.sum() != null);
    }

    /// @param days of each usage point that are looked at
    public static IntervalDays of(Connection connection, Map<String, DateRange> days) throws SQLException {
        if (days.isEmpty()) {
            return NONE;
        }
        List<String> there = IntervalBlocks.among(connection, days.keySet(), hull(days.values()));
        Map<String, Map<LocalDate, OfDay>> points = new HashMap<>();
        for (int from = 0; from < there.size(); from += POINTS_AT_ONCE) {
            List<String> some = there.subList(from, Math.min(there.size(), from + POINTS_AT_ONCE));
            Map<String, DateRange> asked = new HashMap<>(days);
            asked.keySet().retainAll(some);
            IntervalBlocks.standing(connection, some, hull(asked.values()))
                    .forEach((point, standing) ->
                            points.put(point, ofDays(standing, asked.getOrDefault(point, hull(asked.values())))));
        }
        return new IntervalDays(points);
    }

    private static DateRange hull(Collection<DateRange> ranges) {
        return ranges.stream().reduce(IntervalDays::spanning).orElseThrow();
    }

    /// From the first day of both to the last.
    public static DateRange spanning(DateRange one, DateRange other) {
        return DateRange.of(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.to().isAfter(other.to()) ? one.to() : other.to());
    }

    /// Days in intervals of several lengths say nothing.
    private static Map<LocalDate, OfDay> ofDays(StandingIntervals standing, DateRange days) {
        try {
            return standing.over(days).map(IntervalDays::ofDays).orElse(Map.of());
        } catch (MixedIntervals _) {
            return Map.of();
        }
    }

    private static Map<LocalDate, OfDay> ofDays(IntervalSeries series) {
        Map<LocalDate, OfDay> ofDays = new HashMap<>();
        LocalDate day = series.days().from();
        while (day.isBefore(series.days().to())) {
            OfDay of = ofDay(series, series.first(day), series.first(day.plusDays(1)));
            if (of != null) {
                ofDays.put(day, of);
            }
            day = day.plusDays(1);
        }
        return ofDays;
    }

    /// Null where nothing is known of it.
    private static @Nullable OfDay ofDay(IntervalSeries series, int from, int to) {
        long total = 0;
        List<Long> known = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            total += series.value(i);
            if (series.quality(i) != IntervalQuality.MISSING) {
                known.add(series.value(i));
            }
        }
        if (known.isEmpty()) {
            return null;
        }
        known.sort(Collections.reverseOrder());
        List<Decimal> peaks = known.stream().limit(PEAKS).map(series::quantity).toList();
        return new OfDay(series.unit(), known.size() == to - from ? series.quantity(total) : null, peaks);
    }

    /// What they say between two readings of a register; null where they say nothing.
    public @Nullable IntervalUse between(String usagePoint, LocalDate from, LocalDate to, Unit unit) {
        Map<LocalDate, OfDay> ofDays = points.getOrDefault(usagePoint, Map.of());
        if (ofDays.isEmpty() || !from.isBefore(to)) {
            return null;
        }
        Decimal total = from.isBefore(to.minusDays(DAYS_MOST)) ? null : Decimal.ZERO;
        List<IntervalUse.Day> days = new ArrayList<>();
        for (LocalDate day = latest(from, to.minusDays(DAYS_MOST)); day.isBefore(to); day = day.plusDays(1)) {
            OfDay of = ofDays.get(day);
            if (of == null || of.unit() != unit) {
                total = null;
                continue;
            }
            total = total == null || of.total() == null ? null : total.plus(of.total());
            days.add(new IntervalUse.Day(day, of.peaks()));
        }
        return days.isEmpty() ? null : new IntervalUse(total, days);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
