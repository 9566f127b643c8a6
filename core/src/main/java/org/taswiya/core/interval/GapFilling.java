package org.taswiya.core.interval;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.quantity.Fraction;

/// How missing intervals are estimated: a straight line through a short gap between two actual values, else the mean of
/// like days. Nothing is estimated on what was estimated; what then has nothing to go by stays missing.
///
/// A like day is one of the same day of the week, a holiday one like a Sunday; on it counts the interval at the same
/// time of the wall clock.
///
/// @param lineMinutesMost the longest gap that is a straight line; 0 for none
/// @param likeDaysMost how many like days at most a mean is of, the nearest ones, of equally near ones the earlier; 0
///     for none
/// @param daysAround how far off a like day may be
/// @param holidays of the utility
public record GapFilling(int lineMinutesMost, int likeDaysMost, int daysAround, Set<LocalDate> holidays) {
    /// As in California: a line up to two hours, else a mean of three days, from five weeks before and after.
    public static final GapFilling USUAL = new GapFilling(120, 3, 35, Set.of());

    /// Gaps stay.
    public static final GapFilling NONE = new GapFilling(0, 0, 0, Set.of());

    /// Estimates are told in thousandths of a unit, or finer where the series is: steps in which all that was measured
    /// happens to be whole would be too coarse for them.
    private static final int DECIMALS_LEAST = 3;

    private static final int WEEK = 7;
    private static final int MISSING = IntervalQuality.MISSING.number();

    public GapFilling {
        holidays = Set.copyOf(holidays);
        if (lineMinutesMost < 0 || likeDaysMost < 0 || daysAround < 0) {
            throw new IllegalArgumentException(
                    "Filling of " + lineMinutesMost + " minutes, " + likeDaysMost + " days within " + daysAround);
        }
    }

    /// As usual, by the holidays of a calendar.
    ///
    /// @param days of which gaps are filled
    public static GapFilling usual(@Nullable TimeBands calendar, DateRange days) {
        if (calendar == null) {
            return USUAL;
        }
        LocalDate first = days.from().minusDays(USUAL.daysAround() + 1L);
        Set<LocalDate> holidays = first.datesUntil(days.to().plusDays(USUAL.daysAround() + 1L))
                .filter(calendar::isHoliday)
                .collect(Collectors.toSet());
        return new GapFilling(USUAL.lineMinutesMost(), USUAL.likeDaysMost(), USUAL.daysAround(), holidays);
    }

    /// The same with what was missing filled where it can be.
    public IntervalSeries fill(IntervalSeries series) {
        boolean isFilled = series.count(IntervalQuality.MISSING) == 0 || equals(NONE);
        return isFilled ? series : new Filling(series.finerWhereItFits(DECIMALS_LEAST)).filled();
    }

    private final class Filling {
        private final IntervalSeries series;
        private final long[] edges;
        private final long[] values;
        private final byte[] qualities;

        Filling(IntervalSeries series) {
            this.series = series;
            this.edges = series.edges();
            this.values = series.copiedValues();
            this.qualities = series.copiedQualities();
        }

        IntervalSeries filled() {
            int at = 0;
            while (at < values.length) {
                if (qualities[at] != MISSING) {
                    at++;
                    continue;
                }
                int end = at;
                while (end < values.length && qualities[end] == MISSING) {
                    end++;
                }
                gap(at, end);
                at = end;
            }
            return series.with(values, qualities);
        }

        private void gap(int from, int to) {
            boolean isShort = edges[to] - edges[from] <= lineMinutesMost * 60L;
            if (isShort && isActual(from - 1) && isActual(to)) {
                line(from, to);
            } else {
                likeDays(from, to);
            }
        }

        /// Looks at what was delivered, never at what was filled.
        private boolean isActual(int at) {
            return at >= 0 && at < values.length && series.quality(at) == IntervalQuality.ACTUAL;
        }

        private void line(int from, int to) {
            long before = values[from - 1];
            long rise = values[to] - before;
            int parts = to - from + 1;
            for (int i = from; i < to; i++) {
                set(i, Fraction.of(rise * (i - from + 1), parts).plus(Fraction.of(before)));
            }
        }

        private void likeDays(int from, int to) {
            int day = dayOf(from);
            for (int i = from; i < to; i++) {
                while (series.first(date(day + 1)) <= i) {
                    day++;
                }
                mean(i, day);
            }
        }

        private void mean(int at, int day) {
            LocalTime clock = Instant.ofEpochSecond(edges[at])
                    .atZone(series.clock().zone())
                    .toLocalTime();
            long sum = 0;
            int found = 0;
            for (int off = 1; off <= daysAround && found < likeDaysMost; off++) {
                for (int side = -1; side <= 1 && found < likeDaysMost; side += 2) {
                    int like = like(day, day + side * off, clock);
                    if (isActual(like)) {
                        sum += values[like];
                        found++;
                    }
                }
            }
            if (found > 0) {
                set(at, Fraction.of(sum, found));
            }
        }

        private void set(int at, Fraction steps) {
            values[at] = steps.round(0, RoundingMode.HALF_UP).steps(0);
            qualities[at] = (byte) IntervalQuality.FILLED.number();
        }

        /// The interval of another day at the same time; -1 where there is none, or the day is none like it.
        private int like(int day, int other, LocalTime clock) {
            if (other < 0 || other >= series.days().days() || kind(date(day)) != kind(date(other))) {
                return -1;
            }
            int first = series.first(date(other));
            int last = series.first(date(other + 1));
            if (series.clock().minutes() == IntervalClock.DAY) {
                return first;
            }
            ZonedDateTime moment =
                    ZonedDateTime.of(date(other), clock, series.clock().zone());
            boolean isThere = moment.toLocalTime().equals(clock);
            int found = isThere ? Arrays.binarySearch(edges, first, last, moment.toEpochSecond()) : -1;
            return Math.max(found, -1);
        }

        private int kind(LocalDate day) {
            return holidays.contains(day) ? WEEK : day.getDayOfWeek().getValue();
        }

        private LocalDate date(int day) {
            return series.days().from().plusDays(day);
        }

        private int dayOf(int interval) {
            LocalDate day = Instant.ofEpochSecond(edges[interval])
                    .atZone(series.clock().zone())
                    .toLocalDate();
            return Math.toIntExact(day.toEpochDay() - series.days().from().toEpochDay());
        }
    }
}
