package org.taswiya.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;

/// Bands of days that are no 24 hours, and of holidays that move: night to 2, dawn to 4, day to 17, peak to 22 on
/// weekdays, evening.
class BandDaysTest {
    private static final Set<BandDay> EVERY = EnumSet.allOf(BandDay.class);
    private static final Set<BandDay> WEEKDAYS = EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY);
    private static final Set<BandDay> REST = EnumSet.complementOf(EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY));

    private static TimeBands bands(ZoneId zone, Set<LocalDate> holidays) {
        return new TimeBands(
                zone,
                List.of(new BandSeason(
                        "year",
                        MonthDay.of(1, 1),
                        List.of(
                                new BandWindow("night", EVERY, 0, 2 * 60),
                                new BandWindow("dawn", EVERY, 2 * 60, 4 * 60),
                                new BandWindow("day", EVERY, 4 * 60, 17 * 60),
                                new BandWindow("peak", WEEKDAYS, 17 * 60, 22 * 60),
                                new BandWindow("day", REST, 17 * 60, 22 * 60),
                                new BandWindow("evening", EVERY, 22 * 60, 24 * 60)))),
                Set.of(),
                holidays);
    }

    /// Its bands and for how long each lasts, such as `night 2h, dawn 2h`; what follows in the same band is one.
    private static String lasting(TimeBands bands, ZoneId zone, LocalDate day) {
        long start = day.atStartOfDay(zone).toEpochSecond();
        long end = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        BandGrid grid = BandGrid.of(
                bands,
                LongStream.iterate(start, at -> at <= end, at -> at + 1_800).toArray());
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= grid.size(); i++) {
            if (i == grid.size() || grid.band(i) != grid.band(from)) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(grid.names().get(grid.band(from)))
                        .append(' ')
                        .append(hours(i - from));
                from = i;
            }
        }
        return text.toString();
    }

    private static String hours(int halves) {
        return Duration.ofMinutes(30L * halves).toString().substring(2).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Paris         | 2026-03-27 | night 2h, dawn 2h, day 13h, peak 5h, evening 2h",
                "Europe/Paris         | 2026-03-29 | night 2h, dawn 1h, day 18h, evening 2h", // 2 o'clock is 3
                "Europe/Paris         | 2026-10-25 | night 2h, dawn 3h, day 18h, evening 2h", // 3 o'clock is 2 again
                "America/New_York     | 2026-03-08 | night 2h, dawn 1h, day 18h, evening 2h",
                "America/New_York     | 2026-11-01 | night 3h, dawn 2h, day 18h, evening 2h", // 2 o'clock is 1 again
                "Australia/Lord_Howe  | 2026-10-04 | night 2h, dawn 1h30m, day 18h, evening 2h", // half an hour
                "Australia/Lord_Howe  | 2026-04-05 | night 2h30m, dawn 2h, day 18h, evening 2h",
                "Africa/Casablanca    | 2026-02-15 | night 2h, dawn 3h, day 18h, evening 2h", // Ramadan begins
                "Africa/Casablanca    | 2026-03-22 | night 2h, dawn 1h, day 18h, evening 2h", // and is over
                "Africa/Casablanca    | 2026-02-20 | night 2h, dawn 2h, day 13h, peak 5h, evening 2h", // inside it
            })
    void legalTimeMovesWindows(ZoneId zone, LocalDate day, String lasting) {
        assertThat(lasting(bands(zone, Set.of()), zone, day)).isEqualTo(lasting);
    }

    /// What is written in the zone of another does not move with the clocks of those who pay by it.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-26 | evening 2h, night 2h, dawn 2h, day 13h, peak 5h", // +01 beside -01
                "2026-03-29 | evening 2h, night 2h, dawn 2h, day 17h", // 23 hours, the last of which is not there
                "2026-07-02 | peak 1h, evening 2h, night 2h, dawn 2h, day 13h, peak 4h", // +02 beside -01
            })
    void aWindowOfAnotherZoneStaysAtItsOwnClock(LocalDate day, String lasting) {
        TimeBands other = bands(ZoneId.of("-01:00"), Set.of());
        assertThat(lasting(other, ZoneId.of("Europe/Paris"), day)).isEqualTo(lasting);
    }

    /// Holidays that follow the moon are listed by their dates; the day after is a day of the week again.
    @Test
    void aHolidayThatMovesIsItsDateOfThatYear() {
        ZoneId zone = ZoneId.of("Africa/Casablanca");
        TimeBands bands = bands(zone, Set.of(LocalDate.of(2025, 3, 31), LocalDate.of(2026, 3, 20)));
        String weekend = "night 2h, dawn 2h, day 18h, evening 2h";
        String weekday = "night 2h, dawn 2h, day 13h, peak 5h, evening 2h";
        assertThat(lasting(bands, zone, LocalDate.of(2025, 3, 31))).isEqualTo(weekend); // a Monday
        assertThat(lasting(bands, zone, LocalDate.of(2026, 3, 20))).isEqualTo(weekend); // a Friday
        assertThat(lasting(bands, zone, LocalDate.of(2026, 3, 31))).isEqualTo(weekday);
        assertThat(lasting(bands, zone, LocalDate.of(2025, 4, 1))).isEqualTo(weekday);
    }

    /// 29 February is a day of the week like any other, in the season of the day before.
    @Test
    void theLeapDayIsADayOfItsSeason() {
        ZoneId zone = ZoneId.of("UTC");
        assertThat(lasting(bands(zone, Set.of()), zone, LocalDate.of(2024, 2, 29)))
                .isEqualTo("night 2h, dawn 2h, day 13h, peak 5h, evening 2h");
    }
}
