package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;

/// Versions and calendars that change on any days of a month, against a price reckoned day by day: each day costs its
/// part of what the whole usage would by the version of that day, divided over time bands as the days around it were
/// that have the same bands and the same calendar. Nothing is known of a day that asks for nothing.
class VersionDaysLaws {
    private static final DateRange JUNE = DateRange.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));
    private static final int DAYS = 30;
    static final BandCharge HALVES = new BandCharge(
            "energy", Unit.KILOWATT_HOUR, List.of(band("day", "1.5"), band("night", "0.5")), "all", "art. 9");
    private static final Map<String, String> OF_HALVES = Map.of("day", "1.5", "night", "0.5");
    private static final Map<String, String> OF_BANDS = Map.of("day", "0.9", "night", "0.6", "peak", "1.2");

    /// What may be in force.
    enum Kind {
        PLAIN,
        POWER,
        BANDS,
        MILL,
        HALVES;

        private Map<String, String> prices() {
            return switch (this) {
                case PLAIN, POWER -> Map.of();
                case BANDS, MILL -> OF_BANDS;
                case HALVES -> OF_HALVES;
            };
        }

        private TariffComponent[] components() {
            return switch (this) {
                case PLAIN -> new TariffComponent[] {OtherVersionsTest.PLAIN};
                case POWER -> new TariffComponent[] {OtherVersionsTest.PLAIN, Mill.DEMAND};
                case BANDS -> new TariffComponent[] {Mill.BANDS};
                case MILL -> new TariffComponent[] {Mill.BANDS, Mill.DEMAND};
                case HALVES -> new TariffComponent[] {VersionDaysLaws.HALVES};
            };
        }

        private boolean isOfDemand() {
            return this == POWER || this == MILL;
        }

        private boolean isCounted() {
            return this != PLAIN;
        }
    }

    private static BandLadder band(String band, String price) {
        return new BandLadder(band, BoundBasis.MONTH, Mill.tiers(price));
    }

    @Property(tries = 500)
    void eachDayIsPricedByItsVersionAndCountedByItsOwn(
            @ForAll Kind first,
            @ForAll @Size(max = 3) List<@IntRange(min = 1, max = 29) Integer> days,
            @ForAll @Size(3) List<Kind> kinds,
            @ForAll @IntRange(max = 40) int newCalendar,
            @ForAll @Size(DAYS) List<@IntRange(max = 9) Integer> counts,
            @ForAll @IntRange(max = 1000) int usage) {
        NavigableMap<Integer, Kind> begins = new TreeMap<>(Map.of(0, first));
        for (int i = 0; i < days.size(); i++) {
            begins.put(days.get(i), kinds.get(i));
        }
        Tariff tariff = tariff(begins, newCalendar);
        AskedFor known = new AskedFor(List.of(), counted(begins, counts));
        PeriodPrices prices = new PeriodPrices(tariff, 1, known, new SharedPrices());
        assertThat(prices.lack(JUNE)).isNull();
        Fraction priced = prices.of(JUNE).unroundedTotal(Fraction.of(usage));
        Fraction expected = Fraction.ZERO;
        for (int day = 0; day < DAYS; day++) {
            Kind kind = begins.floorEntry(day).getValue();
            Fraction price = kind.prices().isEmpty() ? Fraction.of(2) : mean(day, kind, begins, newCalendar, counts);
            Fraction demand = kind.isOfDemand() ? highest(begins, counts).times(Fraction.of(40)) : Fraction.ZERO;
            expected =
                    expected.plus(price.times(Fraction.of(usage)).plus(demand)).reduced();
        }
        assertThat(priced.compareTo(expected.times(Fraction.of(6, 5)).dividedBy(Fraction.of(DAYS))))
                .as("%s, calendar on day %s: %s, expected %s x 6/5 / 30", begins, newCalendar, priced, expected)
                .isZero();
    }

    /// The price of a unit by the shares of the days around one that are divided as it is.
    private static Fraction mean(
            int day, Kind kind, NavigableMap<Integer, Kind> begins, int newCalendar, List<Integer> counts) {
        int from = day;
        while (from > 0 && from != newCalendar && isLike(begins, from - 1, kind)) {
            from--;
        }
        int to = day + 1;
        while (to < DAYS && to != newCalendar && isLike(begins, to, kind)) {
            to++;
        }
        Fraction whole = Fraction.ZERO;
        Fraction cost = Fraction.ZERO;
        for (int one = from; one < to; one++) {
            for (Map.Entry<String, Decimal> band : quantities(counts.get(one)).entrySet()) {
                String price = kind.prices().get(band.getKey());
                if (price != null) {
                    Fraction quantity = Fraction.of(band.getValue());
                    whole = whole.plus(quantity);
                    cost = cost.plus(quantity.times(Decimal.parse(price)));
                }
            }
        }
        return cost.dividedBy(whole).reduced();
    }

    private static boolean isLike(NavigableMap<Integer, Kind> begins, int day, Kind kind) {
        return begins.floorEntry(day).getValue().prices().equals(kind.prices());
    }

    private static Fraction highest(NavigableMap<Integer, Kind> begins, List<Integer> counts) {
        Fraction highest = Fraction.ZERO;
        for (int day = 0; day < DAYS; day++) {
            if (begins.floorEntry(day).getValue().isOfDemand()) {
                highest = highest.max(Fraction.of(4L * counts.get(day)));
            }
        }
        return highest;
    }

    private static SortedMap<String, Decimal> quantities(int count) {
        return new TreeMap<>(Map.of(
                "day",
                Decimal.of(1 + count),
                "night",
                Decimal.of(10 - count),
                "peak",
                Decimal.of((long) count * count)));
    }

    private static Tariff tariff(NavigableMap<Integer, Kind> begins, int newCalendar) {
        Mill mill = new Mill(begins.firstEntry().getValue().components()).hasCalendar();
        begins.tailMap(1).forEach((day, kind) -> mill.charges(on(day).toString(), kind.components()));
        return mill.hasCalendar(on(newCalendar), 9).input().tariff();
    }

    private static LocalDate on(int day) {
        return JUNE.from().plusDays(day);
    }

    /// Of the days that ask for it, and of the bands that they price.
    private static List<CountedDay> counted(NavigableMap<Integer, Kind> begins, List<Integer> counts) {
        List<CountedDay> counted = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            Kind kind = begins.floorEntry(day).getValue();
            if (!kind.isCounted()) {
                continue;
            }
            SortedMap<String, CountedDay.Band> bands = new TreeMap<>();
            Instant at = on(day).atTime(10, 0).toInstant(ZoneOffset.UTC);
            Demand highest = new Demand(at, 900, Decimal.of(counts.get(day)));
            for (Map.Entry<String, Decimal> band : quantities(counts.get(day)).entrySet()) {
                if (kind.prices().isEmpty() || kind.prices().containsKey(band.getKey())) {
                    bands.put(
                            band.getKey(),
                            new CountedDay.Band(band.getValue(), band.getKey().equals("day") ? highest : null, 0));
                }
            }
            counted.add(new CountedDay(on(day), bands));
        }
        return counted;
    }
}
