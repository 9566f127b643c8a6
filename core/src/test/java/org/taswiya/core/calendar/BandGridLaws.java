package org.taswiya.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;

/// The band of an interval is that of the wall clock in each of its minutes, wherever clocks are moved.
class BandGridLaws {
    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "Africa/Casablanca",
            "America/St_Johns",
            "America/Havana",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "UTC");

    @Property(tries = 200)
    void aBandIsThatOfEveryMinute(
            @ForAll @IntRange(max = 6) int zoned,
            @ForAll @IntRange(min = 11_000, max = 21_000) int day,
            @ForAll @IntRange(min = 1, max = 1438) int first,
            @ForAll @IntRange(min = 1, max = 1438) int second,
            @ForAll @IntRange(min = 1, max = 120) int minutes) {
        ZoneId zone = ZoneId.of(ZONES.get(zoned));
        int a = Math.min(first, second);
        int b = Math.max(first, second) + 1;
        EnumSet<BandDay> some = EnumSet.of(BandDay.SUNDAY, BandDay.WEDNESDAY, BandDay.HOLIDAY);
        TimeBands bands = new TimeBands(
                zone,
                List.of(
                        new BandSeason(
                                "s",
                                MonthDay.of(4, 1),
                                List.of(
                                        new BandWindow("x", EnumSet.allOf(BandDay.class), 0, a),
                                        new BandWindow("y", EnumSet.allOf(BandDay.class), a, b),
                                        new BandWindow("x", some, b, 1440),
                                        new BandWindow("z", EnumSet.complementOf(some), b, 1440))),
                        new BandSeason(
                                "t",
                                MonthDay.of(10, 28),
                                List.of(
                                        new BandWindow("y", EnumSet.allOf(BandDay.class), 0, b),
                                        new BandWindow("x", EnumSet.allOf(BandDay.class), b, 1440)))),
                Set.of(MonthDay.of(5, 1)),
                Set.of(LocalDate.ofEpochDay(day + 1L)));
        long start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
        long[] edges = new long[2 * 1440 / minutes + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = start + (long) i * minutes * 60;
        }
        BandGrid grid = BandGrid.of(bands, edges);
        boolean isDivided = false;
        for (int i = 0; i < grid.size(); i++) {
            int expected = expected(bands, edges[i], edges[i + 1]);
            assertThat(grid.band(i) < 0 ? -1 : grid.band(i)).isEqualTo(expected);
            isDivided |= expected < 0;
        }
        assertThat(grid.divided().isPresent()).isEqualTo(isDivided);
    }

    /// Minute by minute; -1 where they differ.
    private static int expected(TimeBands bands, long from, long to) {
        int found = at(bands, from);
        for (long second = from; second < to; second += 60) {
            if (at(bands, second) != found) {
                return -1;
            }
        }
        return found;
    }

    private static int at(TimeBands bands, long second) {
        ZonedDateTime clock = Instant.ofEpochSecond(second).atZone(bands.zone());
        int minute = clock.getHour() * 60 + clock.getMinute();
        for (BandWindow window : bands.windows(clock.toLocalDate())) {
            if (window.from() <= minute && minute < window.to()) {
                return bands.bands().indexOf(window.band());
            }
        }
        throw new IllegalStateException("no band at " + clock);
    }
}
