package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;

/// On which days two books part, and come together again.
class ChangedDayTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2021, 1, 1);
    private static final LocalDate THIRD = LocalDate.of(2022, 1, 1);

    private static TariffVersion version(LocalDate from, @Nullable LocalDate to, String price) {
        FixedCharge fixed = new FixedCharge("meter", Decimal.parse(price), ChargedPer.MONTH, "v", "x");
        return new TariffVersion(from, to, Proration.NONE, false, List.of(fixed));
    }

    /// One price from each day on.
    private static Tariff book(LocalDate first, String price, Object... further) {
        List<TariffVersion> versions = new ArrayList<>();
        LocalDate from = first;
        String of = price;
        for (int i = 0; i < further.length; i += 2) {
            LocalDate next = (LocalDate) further[i];
            versions.add(version(from, next, of));
            from = next;
            of = (String) further[i + 1];
        }
        versions.add(version(from, null, of));
        return new Tariff(
                "town/power",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.copyOf(versions),
                List.of());
    }

    private static List<String> days(Tariff before, Tariff after) {
        return ChangedDay.between(before, after).stream()
                .map(changed -> changed.day()
                        + (changed.isOfOne() ? " one" : "")
                        + changed.changes().stream()
                                .map(change -> " " + change.fact().code()
                                        + change.fact().band() + " " + change.before() + " " + change.after())
                                .reduce("", String::concat))
                .toList();
    }

    @Test
    void eachDayFromWhichOnTheyPartIsThereAndTheOneOnWhichTheyMeetAgain() {
        Tariff before = book(FIRST, "6", THIRD, "7");
        assertThat(days(before, book(FIRST, "6", SECOND, "6.01", THIRD, "70")))
                .containsExactly(SECOND + " meter 6 6.01", THIRD + " meter 7 70");
        assertThat(days(before, book(FIRST, "6", SECOND, "8", THIRD, "7")))
                .containsExactly(SECOND + " meter 6 8", THIRD.toString());
        assertThat(days(before, before)).isEmpty();
    }

    /// A version that begins and states the same is no change, and one that goes on is one change.
    @Test
    void whatGoesOnIsOneDay() {
        assertThat(days(book(FIRST, "6"), book(FIRST, "6", SECOND, "6"))).isEmpty();
        assertThat(days(book(FIRST, "6", THIRD, "6"), book(FIRST, "6", SECOND, "8")))
                .containsExactly(SECOND + " meter 6 8");
    }

    @Test
    void daysOnWhichOneOfThemHasNoPricesAreNotPassedOver() {
        assertThat(days(book(FIRST, "6"), book(SECOND, "6"))).containsExactly(FIRST + " one", SECOND.toString());
        assertThat(days(book(FIRST, "6"), book(SECOND, "8"))).containsExactly(FIRST + " one", SECOND + " meter 6 8");
    }

    private static TimeBands calendar(int peakFrom, Set<LocalDate> holidays) {
        Set<BandDay> every = Set.of(BandDay.values());
        List<BandWindow> windows =
                List.of(new BandWindow("peak", every, peakFrom, 1440), new BandWindow("low", every, 0, peakFrom));
        BandSeason season = new BandSeason("year", MonthDay.of(1, 1), windows);
        return new TimeBands(ZoneId.of("Africa/Casablanca"), List.of(season), Set.of(), holidays);
    }

    private static Tariff with(TimeBands first, TimeBands second) {
        SortedMap<LocalDate, TimeBands> calendars = new TreeMap<>();
        calendars.put(FIRST, first);
        calendars.put(SECOND, second);
        return book(FIRST, "6").with(calendars);
    }

    /// Who pays more by it has been changed nothing else.
    @Test
    void anHourThatMovesAndAHolidayMoreAreChanges() {
        TimeBands five = calendar(17 * 60, Set.of());
        assertThat(days(with(five, five), with(five, calendar(16 * 60 + 30, Set.of(THIRD)))))
                .containsExactly(SECOND
                        + " yearlow 00:00-17:00 every 00:00-16:30 every"
                        + " yearpeak 17:00-24:00 every 16:30-24:00 every"
                        + " 2022-01-01 null 2022-01-01");
    }
}
