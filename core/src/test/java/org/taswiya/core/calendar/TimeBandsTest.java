package org.taswiya.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;

class TimeBandsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<BandDay> EVERY = EnumSet.allOf(BandDay.class);
    private static final Set<BandDay> WEEKDAYS = EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY);
    private static final Set<BandDay> REST = EnumSet.complementOf(EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY));
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private static TimeBands year(ZoneId zone, BandWindow... windows) {
        return new TimeBands(
                zone, List.of(new BandSeason("year", NEW_YEAR, List.of(windows))), Set.of(NEW_YEAR), Set.of());
    }

    /// Peak from 17 to 22 on weekdays.
    private static TimeBands peak(ZoneId zone) {
        return year(
                zone,
                new BandWindow("low", EVERY, 0, 17 * 60),
                new BandWindow("peak", WEEKDAYS, 17 * 60, 22 * 60),
                new BandWindow("low", REST, 17 * 60, 22 * 60),
                new BandWindow("low", EVERY, 22 * 60, 1440));
    }

    /// The band of each interval of so many minutes on one day of a zone.
    private static List<String> bands(TimeBands bands, ZoneId zone, String day, int minutes) {
        long start = LocalDate.parse(day).atStartOfDay(zone).toEpochSecond();
        long end = LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toEpochSecond();
        List<Long> edges = new ArrayList<>();
        for (long at = start; at <= end; at += minutes * 60L) {
            edges.add(at);
        }
        BandGrid grid =
                BandGrid.of(bands, edges.stream().mapToLong(Long::longValue).toArray());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            names.add(grid.band(i) < 0 ? "divided" : grid.names().get(grid.band(i)));
        }
        return names;
    }

    private static String hours(List<String> bands) {
        return String.join("", bands.stream().map(band -> band.substring(0, 1)).toList());
    }

    @Test
    void aWindowHoldsOnItsDays() {
        assertThat(hours(bands(peak(PARIS), PARIS, "2026-03-09", 60))).isEqualTo("lllllllllllllllllpppppll");
        assertThat(hours(bands(peak(PARIS), PARIS, "2026-03-07", 60))).isEqualTo("l".repeat(24));
    }

    @Test
    void aHolidayIsNoDayOfTheWeek() {
        // 1 January 2026 is a Thursday.
        assertThat(hours(bands(peak(PARIS), PARIS, "2026-01-01", 60))).isEqualTo("l".repeat(24));
        assertThat(hours(bands(peak(PARIS), PARIS, "2026-01-02", 60))).contains("ppppp");
    }

    @Test
    void theHourThatComesTwiceIsTwiceInItsBandAndTheOneLeftOutInNone() {
        TimeBands night = year(
                PARIS,
                new BandWindow("a", EVERY, 0, 120),
                new BandWindow("b", EVERY, 120, 180),
                new BandWindow("c", EVERY, 180, 1440));
        assertThat(hours(bands(night, PARIS, "2026-10-25", 60))).isEqualTo("aabb" + "c".repeat(21));
        assertThat(hours(bands(night, PARIS, "2026-03-29", 60))).isEqualTo("aa" + "c".repeat(21));
    }

    @Test
    void aWindowWrittenInAnotherZoneIsOfItsOwnClock() {
        // 17:00 to 22:00 of UTC are 18:00 to 23:00 in Paris in winter, 19:00 to 24:00 in summer.
        TimeBands utc = peak(ZoneId.of("UTC"));
        assertThat(hours(bands(utc, PARIS, "2026-03-09", 60))).isEqualTo("llllllllllllllllllpppppl");
        assertThat(hours(bands(utc, PARIS, "2026-06-08", 60))).isEqualTo("lllllllllllllllllllppppp");
        // The day of UTC begins at 20:00 of the evening before in New York: Friday's peak is there at 13 to 18.
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(hours(bands(utc, newYork, "2026-06-12", 60))).isEqualTo("lllllllllllllpppppllllll");
    }

    @Test
    void lawThatMovedClocksForRamadanIsKnown() {
        // Morocco went from +01 to +00 on 15 February 2026, at 3 o'clock: 25 hours.
        ZoneId casablanca = ZoneId.of("Africa/Casablanca");
        List<String> day = bands(peak(casablanca), casablanca, "2026-02-15", 60);
        assertThat(day).hasSize(25);
        ZonedDateTime six = LocalDate.parse("2026-02-16").atTime(18, 0).atZone(casablanca);
        assertThat(six.getOffset().getTotalSeconds()).isZero();
        assertThat(hours(bands(peak(casablanca), casablanca, "2026-02-16", 60))).isEqualTo("lllllllllllllllllpppppll");
    }

    @Test
    void aSeasonLastsToTheNextOverTheEndOfTheYear() {
        TimeBands bands = new TimeBands(
                PARIS,
                List.of(
                        new BandSeason("winter", MonthDay.of(11, 1), List.of(new BandWindow("w", EVERY, 0, 1440))),
                        new BandSeason("summer", MonthDay.of(4, 1), List.of(new BandWindow("s", EVERY, 0, 1440)))),
                Set.of(),
                Set.of());
        assertThat(bands.windows(LocalDate.parse("2026-01-01")).getFirst().band())
                .isEqualTo("w");
        assertThat(bands.windows(LocalDate.parse("2026-03-31")).getFirst().band())
                .isEqualTo("w");
        assertThat(bands.windows(LocalDate.parse("2026-04-01")).getFirst().band())
                .isEqualTo("s");
        assertThat(bands.windows(LocalDate.parse("2026-10-31")).getFirst().band())
                .isEqualTo("s");
        assertThat(bands.windows(LocalDate.parse("2026-11-01")).getFirst().band())
                .isEqualTo("w");
    }

    @Test
    void anIntervalInTwoBandsIsToldApart() {
        assertThat(bands(peak(PARIS), PARIS, "2026-03-09", 24 * 60)).containsExactly("divided");
        assertThat(bands(peak(PARIS), PARIS, "2026-03-07", 24 * 60)).containsExactly("low");
    }

    @Test
    void gapsAndOverlapsAreRefused() {
        assertThatThrownBy(() -> year(PARIS, new BandWindow("a", EVERY, 0, 600), new BandWindow("b", EVERY, 630, 1440)))
                .hasMessage("Season year, MONDAY: no band from 10:00 to 10:30");
        assertThatThrownBy(() -> year(PARIS, new BandWindow("a", EVERY, 0, 600), new BandWindow("b", EVERY, 540, 1440)))
                .hasMessage("Season year, MONDAY: two bands from 09:00 to 10:00");
        assertThatThrownBy(() -> year(PARIS, new BandWindow("a", EVERY, 0, 600)))
                .hasMessage("Season year, MONDAY: no band from 10:00 to 24:00");
        assertThatThrownBy(() -> year(PARIS, new BandWindow("a", WEEKDAYS, 0, 1440)))
                .hasMessage("Season year, SATURDAY: no band from 00:00 to 24:00");
    }

    @Test
    void aWindowOverMidnightAndASeasonFromTheLeapDayAreRefused() {
        assertThatThrownBy(() -> new BandWindow("a", EVERY, 1320, 360)).hasMessageContaining("over midnight is two");
        assertThatThrownBy(() -> new BandSeason("s", MonthDay.of(2, 29), List.of()))
                .hasMessageContaining("29 February");
        BandSeason season = new BandSeason("s", NEW_YEAR, List.of(new BandWindow("a", EVERY, 0, 1440)));
        assertThatThrownBy(() -> new TimeBands(PARIS, List.of(season, season), Set.of(), Set.of()))
                .hasMessageContaining("both begin");
    }

    @Test
    void aHolidayNeedsWindowsWhereThereAreHolidays() {
        BandSeason season = new BandSeason(
                "s", NEW_YEAR, List.of(new BandWindow("a", EnumSet.range(BandDay.MONDAY, BandDay.SUNDAY), 0, 1440)));
        assertThat(new TimeBands(PARIS, List.of(season), Set.of(), Set.of()).bands())
                .containsExactly("a");
        assertThatThrownBy(() -> new TimeBands(PARIS, List.of(season), Set.of(NEW_YEAR), Set.of()))
                .hasMessage("Season s, HOLIDAY: no band from 00:00 to 24:00");
    }
}
