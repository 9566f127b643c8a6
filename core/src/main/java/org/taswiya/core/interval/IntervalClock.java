package org.taswiya.core.interval;

import java.time.LocalDate;
import java.time.ZoneId;
import org.taswiya.core.calendar.DateRange;

/// How days are divided into intervals: from midnight to midnight of a zone. A day on which clocks are moved has 23 or
/// 25 hours of them.
///
/// @param minutes of an interval: a part of an hour, an hour, or 1440, which is a day however long it is
public record IntervalClock(ZoneId zone, int minutes) {
    /// A day.
    public static final int DAY = 24 * 60;

    private static final int HOUR = 60;
    private static final long MINUTE_SECONDS = 60;

    public IntervalClock {
        if (!isKnown(minutes)) {
            throw new IllegalArgumentException(
                    "Intervals of " + minutes + " minutes: expected a part of an hour, an hour or a day (1440)");
        }
    }

    /// Whether there are such intervals.
    public static boolean isKnown(int minutes) {
        return minutes == DAY || minutes > 0 && minutes <= HOUR && HOUR % minutes == 0;
    }

    /// How many intervals a day has.
    ///
    /// @throws IllegalArgumentException when the day ends within one, as where clocks are moved by half an hour
    public int intervals(LocalDate day) {
        if (minutes == DAY) {
            return 1;
        }
        long seconds = startOf(day.plusDays(1)) - startOf(day);
        if (seconds % step() != 0) {
            throw new IllegalArgumentException(
                    "Day " + day + " of " + zone + " is no whole number of " + minutes + " minutes");
        }
        return Math.toIntExact(seconds / step());
    }

    /// Where each day's intervals begin among those of all days; one more at the end.
    int[] firsts(DateRange days) {
        int[] firsts = new int[Math.toIntExact(days.days()) + 1];
        for (int i = 1; i < firsts.length; i++) {
            firsts[i] = firsts[i - 1] + intervals(days.from().plusDays(i - 1L));
        }
        return firsts;
    }

    /// The seconds since 1970 at which intervals begin, and at last that at which the last has ended.
    public long[] edges(DateRange days) {
        int[] firsts = firsts(days);
        long[] edges = new long[firsts[firsts.length - 1] + 1];
        for (int day = 0; day + 1 < firsts.length; day++) {
            long start = startOf(days.from().plusDays(day));
            for (int i = firsts[day]; i < firsts[day + 1]; i++) {
                edges[i] = start + (i - firsts[day]) * step();
            }
        }
        edges[edges.length - 1] = startOf(days.to());
        return edges;
    }

    long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private long step() {
        return minutes * MINUTE_SECONDS;
    }
}
