package org.taswiya.core.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.Regime.OffHours;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// How long lamps burn in London and by a table, and what they use.
class LightingCalendarTest {
    private static final Place LONDON = new Place(Decimal.parse("51.5074"), Decimal.parse("-0.1278"));
    private static final LightingCalendar CALENDAR = calendar(LONDON, ZoneId.of("Europe/London"));

    private static LightingCalendar calendar(Place place, ZoneId zone) {
        Map<String, Regime> regimes = new TreeMap<>();
        regimes.put("all", switched(0, 0, null));
        regimes.put("late", switched(20, 10, null));
        regimes.put("half", switched(0, 0, new OffHours(LocalTime.of(23, 0), LocalTime.of(5, 0))));
        regimes.put("evening", switched(0, 0, new OffHours(LocalTime.MIDNIGHT, LocalTime.of(12, 0))));
        regimes.put("table", new Regime.Published(hours(), null));
        regimes.put("leap", new Regime.Published(hours(), Decimal.of(400)));
        return new LightingCalendar(zone, place, new TreeMap<>(regimes));
    }

    private static Regime switched(int onAfter, int offBefore, @Nullable OffHours off) {
        return new Regime.Switched(new SwitchRule(Horizon.SUNSET, onAfter, offBefore), off);
    }

    /// A month burns ten hours for each of its days.
    private static Map<Month, Decimal> hours() {
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            hours.put(month, Decimal.of(10L * month.minLength()));
        }
        return hours;
    }

    private static long minutes(String regime, String from, String to) {
        return CALENDAR.minutes(regime, DateRange.of(LocalDate.parse(from), LocalDate.parse(to)))
                .floor()
                .longValueExact();
    }

    @ParameterizedTest(name = "{0} from {1} to {2}: {3} hours")
    @CsvSource({
        "table, 2023-02-01, 2023-03-01, 280",
        "table, 2024-02-01, 2024-03-01, 290", // the 29th day as long as the others
        "leap,  2024-02-01, 2024-03-01, 400",
        "leap,  2023-02-01, 2023-03-01, 280",
        "table, 2023-03-10, 2023-03-20, 100",
        "table, 2023-12-30, 2024-01-03, 40",
    })
    void aTableIsSharedOutByDays(String regime, LocalDate from, LocalDate to, int hours) {
        assertThat(CALENDAR.minutes(regime, DateRange.of(from, to))).isEqualByComparingTo(Fraction.of(hours * 60L));
    }

    /// From midnight to sunrise at 8:04 and from sunset at 15:53 to midnight, each within a minute of the almanac.
    @Test
    void theShortestDayBurnsFromMidnightToDawnAndFromDuskOn() {
        long expected = 8 * 60 + 4 + (24 * 60 - (15 * 60 + 53));
        assertThat(minutes("all", "2024-12-21", "2024-12-22")).isBetween(expected - 2, expected + 2);
    }

    @Test
    void offsetsTakeFromEveryNight() {
        long all = minutes("all", "2024-12-01", "2024-12-31");
        assertThat(minutes("late", "2024-12-01", "2024-12-31")).isEqualTo(all - 30 * 30);
    }

    @Test
    void halfANightIsOffAsTheWallClockSays() {
        assertThat(minutes("all", "2024-12-01", "2024-12-31") - minutes("half", "2024-12-01", "2024-12-31"))
                .isEqualTo(30 * 6 * 60);
        // In June dawn comes before five: what would be off anyway is not off twice.
        assertThat(minutes("all", "2024-06-20", "2024-06-21") - minutes("half", "2024-06-20", "2024-06-21"))
                .isBetween(60L + 4 * 60 + 42, 60L + 4 * 60 + 44);
        assertThat(minutes("evening", "2024-12-21", "2024-12-22")).isBetween(24 * 60L - 954, 24 * 60L - 952);
    }

    /// On 31 March 2024 the hour from one to two is not; on 27 October it is twice. Both are dark.
    @Test
    void aNightHasTheHoursThatItHas() {
        long day = minutes("all", "2024-03-30", "2024-03-31");
        assertThat(minutes("all", "2024-03-31", "2024-04-01")).isBetween(day - 66, day - 60);
        long before = minutes("all", "2024-10-26", "2024-10-27");
        assertThat(minutes("all", "2024-10-27", "2024-10-28")).isBetween(before + 60, before + 66);
        assertThat(minutes("half", "2024-03-31", "2024-04-01"))
                .isEqualTo(minutes("all", "2024-03-31", "2024-04-01") - (1 + 4) * 60);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"all", "late", "half", "evening", "table", "leap"})
    void daysOfAYearAddUpToIt(String regime) {
        Fraction sum = Fraction.ZERO;
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (; day.getYear() == 2024; day = day.plusDays(61)) {
            LocalDate next = day.plusDays(61).getYear() == 2024 ? day.plusDays(61) : LocalDate.of(2025, 1, 1);
            sum = sum.plus(CALENDAR.minutes(regime, DateRange.of(day, next)));
        }
        assertThat(sum)
                .isEqualByComparingTo(
                        CALENDAR.minutes(regime, DateRange.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1))));
    }

    /// Half of a year is dark but for the light of the rims: about 4,250 hours.
    @Test
    void aYearOfLondonIsAsLongAsItIs() {
        assertThat(minutes("all", "2023-01-01", "2024-01-01") / 60).isBetween(4_230L, 4_300L);
    }

    /// In Reykjavik the sun of 21 June sets after midnight; that evening is the next day's.
    @Test
    void aSunsetAfterMidnightIsOfTheDayOnWhichItIs() {
        LightingCalendar north = calendar(
                new Place(Decimal.parse("64.1466"), Decimal.parse("-21.9426")), ZoneId.of("Atlantic/Reykjavik"));
        LocalDate day = LocalDate.of(2024, 6, 21);
        long minutes =
                north.minutes("all", DateRange.of(day, day.plusDays(1))).floor().longValueExact();
        assertThat(minutes).isBetween(160L, 185L); // 0:03 to 2:55
    }

    @Test
    void whereNoSunSetsNothingIsTold() {
        LightingCalendar north =
                calendar(new Place(Decimal.parse("69.65"), Decimal.parse("18.96")), ZoneId.of("Europe/Oslo"));
        DateRange june = DateRange.of(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 7, 1));
        assertThat(north.dayWithoutNight("all", june)).contains(LocalDate.of(2024, 5, 30));
        assertThat(north.dayWithoutNight("table", june)).isEmpty();
        assertThat(CALENDAR.dayWithoutNight("all", june)).isEmpty();
        assertThatThrownBy(() -> north.minutes("all", june)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.minutes("dawn", june)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LampGroup lamps(int count, String watts, String losses, String from, @Nullable String to) {
        return new LampGroup(
                "here",
                "led",
                count,
                Decimal.parse(watts),
                Decimal.parse(losses),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "table");
    }

    /// Ten hours a day: 12 x 170 W for 15 days, then 12 x 62.5 W for 16.
    @Test
    void lampsThatAreChangedInMidMonthEachHaveTheirDays() {
        DateRange march = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));
        List<LampUsage> usages = LampUsage.of(
                CALENDAR,
                List.of(
                        lamps(12, "150", "20", "2020-01-01", "2023-03-16"),
                        lamps(12, "60", "2.5", "2023-03-16", null),
                        lamps(12, "60", "2.5", "2023-04-01", null),
                        lamps(12, "60", "2.5", "2020-01-01", "2023-03-01")),
                march);
        assertThat(usages).extracting(usage -> usage.days().days()).containsExactly(15L, 16L);
        assertThat(usages.getFirst().energy()).isEqualByComparingTo(Fraction.of(306));
        assertThat(LampUsage.total(usages)).isEqualByComparingTo(Fraction.of(306 + 120));
    }
}
