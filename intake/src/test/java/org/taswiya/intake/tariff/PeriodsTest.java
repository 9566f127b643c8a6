package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.TaxLine;

/// Changes of price and tax, periods across them, odd lengths, shared meters, prices with tax in them.
class PeriodsTest {

    // ---------------------------------------------------------------------------- the day before and the day of a
    // change

    @ParameterizedTest(name = "{0} before and from {1}: {3}, {4}")
    @CsvSource({
        // 150 kWh; energy + 7.90 + VAT on energy, maintenance 6.50 and meter rental 1.40
        "casablanca/electricity-household, 2016-01-01, 150, 159.45, 162.01",
        "casablanca/electricity-household, 2017-01-01, 150, 162.01, 164.41",
        "casablanca/electricity-household, 2024-01-01, 150, 164.41, 164.47",
        "casablanca/electricity-household, 2025-01-01, 150, 164.47, 164.52",
        "casablanca/electricity-household, 2026-01-01, 150, 164.52, 164.59",
        // 90.10 + 50 x 0.9689 or 1.0732 + 19.66, tax inside
        "onee/electricity-household,       2017-01-01, 150, 158.21, 163.42",
        "onee/electricity-household,       2024-01-01, 150, 163.42, 163.42",
        // (6 x 3.34 + 2 x 3.50 + 2 x 10.65 + 13) x 1.07; (6 x 3.34 + 4 x 7.77 + 15) x 1.07
        "casablanca/water-household,       2014-08-01,  10,  65.63,  70.75",
        "casablanca/water-household,       2016-01-01,  10,  70.75,  70.75",
        "casablanca/water-household,       2024-01-01,  10,  70.75,  66.12",
        // (3 x 2.99 + 8) x 1.07; (3 x 11.24 + 8) x 1.07; x 1.10
        "casablanca/water-professional,    2018-06-01,   3,  18.16,  44.64",
        "casablanca/water-professional,    2024-01-01,   3,  44.64,  45.89",
    })
    void lastMonthBeforeAndFirstMonthAfter(String tariff, LocalDate change, String usage, String before, String after) {
        Rating last = Books.rate(tariff, change.minusDays(30).toString(), change.toString(), usage);
        Rating first = Books.month(tariff, change.toString(), usage);
        assertThat(last.total()).isEqualTo(Money.parse(before));
        assertThat(first.total()).isEqualTo(Money.parse(after));
        assertThat(last.lines()).allMatch(line -> line.dayShare().isEmpty());
        assertThat(first.lines()).allMatch(line -> line.dayShare().isEmpty());
    }

    @Test
    void oneDayOfTheNewVersionIsShared() {
        Rating rating = Books.rate(Books.ELECTRICITY, "2023-12-03", "2024-01-02", "150");
        assertThat(rating.resolved().versions())
                .containsExactly(LocalDate.parse("2017-01-01"), LocalDate.parse("2024-01-01"));
        assertThat(shares(rating, "energy")).containsExactly("29/30", "29/30", "1/30", "1/30");
    }

    @Test
    void beforeTheFirstVersionThereIsNoTariff() {
        var tariff = Books.LIBRARY.tariff(Books.ELECTRICITY).orElseThrow();
        assertThat(tariff.covers(range("2014-08-01", "2014-09-01"))).isTrue();
        assertThat(tariff.covers(range("2014-07-31", "2014-09-01"))).isFalse();
    }

    // ------------------------------------------------------------------------------------- periods across a change

    @Test
    void aMonthAcrossNewYear2024IsSharedByDaysAndByTaxRate() {
        Rating rating = Books.rate(Books.ELECTRICITY, "2023-12-16", "2024-01-16", "150");
        assertThat(lines(rating))
                .containsExactly(
                        "energy 1 100 x 0.8496 x 16/31 = 43.85",
                        "energy 2 50 x 1.022 x 16/31 = 26.37",
                        "energy 1 100 x 0.835 x 15/31 = 40.40",
                        "energy 2 50 x 1.0044 x 15/31 = 24.30",
                        "maintenance 0 1 x 6.5 x 1 = 6.50", // the same on both sides: one line
                        "meter-rental 0 1 x 1.4 x 16/31 = 0.72", // its tax rate changed
                        "meter-rental 0 1 x 1.4 x 15/31 = 0.68");
        assertThat(taxes(rating))
                .containsExactly(
                        "VAT 0.07 of 0.72 = 0.05",
                        "VAT 0.11 of 0.68 = 0.07",
                        "VAT 0.14 of 70.22 = 9.83",
                        "VAT 0.16 of 64.70 = 10.35",
                        "VAT 0.2 of 6.50 = 1.30");
        assertThat(rating.total()).isEqualTo(Money.parse("164.42"));
    }

    @Test
    void aLevyWithoutAChangeOfItsOwnIsComputedOnceOnTheWholeVolume() {
        Rating rating = Books.rate(Books.ELECTRICITY, "2023-12-16", "2024-01-16", "265");
        assertThat(rating.byTax().get("TPPAN")).isEqualTo(Money.parse("38.00"));
        assertThat(rating.taxes()).filteredOn(tax -> tax.code().equals("TPPAN")).hasSize(1);
    }

    @Test
    void anUnchangedBlockIsStillSharedWhenItsLadderChanged() {
        // block 1 costs 0.8496 before and after; energy as a component changed
        Rating rating = Books.rate(Books.ELECTRICITY, "2016-12-17", "2017-01-16", "100");
        assertThat(lines(rating))
                .containsExactly(
                        "energy 1 100 x 0.8496 x 15/30 = 42.48",
                        "energy 1 100 x 0.8496 x 15/30 = 42.48",
                        "maintenance 0 1 x 6.5 x 1 = 6.50",
                        "meter-rental 0 1 x 1.4 x 1 = 1.40");
    }

    @Test
    void aVersionThatChangesNothingSplitsNothing() {
        Rating rating = Books.rate(Books.WATER, "2015-12-16", "2016-01-16", "13");
        assertThat(rating.lines()).allMatch(line -> line.dayShare().isEmpty());
        assertThat(rating.net()).isEqualTo(Money.parse("116.01"));
    }

    @Test
    void waterAcrossAugust2014HasOldAndNewLadders() {
        Rating rating = Books.rate(Books.WATER, "2014-07-16", "2014-08-16", "10");
        // joint amounts: 20.04, 7.00, 21.30 x 16/31 and 20.04, 31.08 x 15/31; sanitation is what water leaves of them
        assertThat(rating.netByComponent())
                .isEqualTo(Map.of(
                        "water",
                                Books.money("6 x 2.99 x 16 / 31 + 2 x 3.15 x 16 / 31 + 2 x 10.30 x 16 / 31"
                                        + " + 6 x 2.99 x 15 / 31 + 4 x 6.97 x 15 / 31"),
                        "sanitation", Money.parse("49.68").minus(Money.parse("45.31")),
                        "water-fixed", Books.money("7 x 16 / 31 + 8 x 15 / 31"),
                        "sanitation-fixed", Books.money("6 x 16 / 31 + 7 x 15 / 31")));
        assertThat(rating.net()).isEqualTo(Money.parse("63.65"));
        assertThat(rating.total()).isEqualTo(Money.parse("68.11"));
    }

    @Test
    void householdWaterAcrossNewYear2024IsTaxedForItsDaysOf2023() {
        Rating rating = Books.rate(Books.WATER, "2023-12-16", "2024-01-16", "13");
        // 101.01 x 16/31 = 52.13, 8 x 16/31 = 4.13, 7 x 16/31 = 3.61 at 7 %; 48.88 + 3.87 + 3.39 exempt
        assertThat(taxes(rating)).containsExactly("VAT 0.07 of 59.87 = 4.19");
        assertThat(rating.net()).isEqualTo(Books.money("52.13 + 4.13 + 3.61 + 48.88 + 3.87 + 3.39"));
    }

    @Test
    void threeVersionsInOnePeriod() {
        // 2023-12-30 to 2025-01-02: 2 + 366 + 1 days, 369/30 months
        Rating rating = Books.rate(Books.ELECTRICITY, "2023-12-30", "2025-01-02", "100");
        assertThat(shares(rating, "energy")).containsExactly("2/369", "366/369", "1/369");
        assertThat(rating.netByComponent().get("energy"))
                .isEqualTo(Books.money("84.96 x 2 / 369 + 83.50 x 366 / 369 + 82.08 x 1 / 369"));
    }

    @Test
    void theLeapDayIsADayOfThePeriod() {
        assertThat(range("2024-02-01", "2024-03-01").days()).isEqualTo(29);
        assertThat(range("2023-02-01", "2023-03-01").days()).isEqualTo(28);
        assertThat(Books.rate(Books.ELECTRICITY, "2024-02-01", "2024-03-01", "150")
                        .total())
                .isEqualTo(Money.parse("164.47")); // 29 days are a month
        assertThat(Books.rate(Books.ELECTRICITY, "2024-02-06", "2024-03-01", "120")
                        .lines()
                        .getFirst()
                        .quantity())
                .hasToString("80"); // 24 days: 100 x 24/30, the leap day counted
        assertThat(Books.rate(Books.ELECTRICITY, "2024-02-29", "2024-03-01", "5")
                        .lines()
                        .getFirst()
                        .quantity())
                .hasToString("10/3"); // one day: 100/30
    }

    // ---------------------------------------------------------------------------------------------- odd lengths

    @ParameterizedTest(name = "{0} days")
    @CsvSource({
        // 150 kWh; bounds 100 and 150, fixed 7.90 scaled by days/30 outside 25 to 35 days
        "24, 150 x 1.0220 + 6.50 x 24 / 30 + 1.40 x 24 / 30", // 150 > 120: selective
        "25, 100 x 0.8496 + 50 x 1.0220 + 6.50 + 1.40",
        "30, 100 x 0.8496 + 50 x 1.0220 + 6.50 + 1.40",
        "35, 100 x 0.8496 + 50 x 1.0220 + 6.50 + 1.40",
        "36, 120 x 0.8496 + 30 x 1.0220 + 6.50 x 36 / 30 + 1.40 x 36 / 30",
        "60, 150 x 0.8496 + 6.50 x 60 / 30 + 1.40 x 60 / 30",
    })
    void lengthOfThePeriod(int days, String arithmetic) {
        LocalDate from = LocalDate.parse("2018-03-01");
        Rating rating = Books.rate(
                Books.ELECTRICITY, from.toString(), from.plusDays(days).toString(), "150");
        assertThat(new BigDecimal(rating.net().toString())).isEqualByComparingTo(Books.arithmetic(arithmetic));
    }

    @ParameterizedTest(name = "{0} days, {1} kWh -> TPPAN {2}")
    @CsvSource({
        "30, 200, 0", // the threshold itself
        "30, 200.001, 25.00", // above it all blocks count: 10 + 15 + 0.0002
        "36, 240, 0", // 200 x 36/30
        "36, 241, 30.20", // 120 x 0.10 + 120 x 0.15 + 1 x 0.20
        "24, 161, 20.20", // 80 x 0.10 + 80 x 0.15 + 1 x 0.20
        "24, 460, 80.00", // 20 + 300 x 0.20, the cap of 100 x 24/30
        "36, 10000, 120.00", // cap of 100 x 36/30
        "35, 10000, 100.00", // a month
    })
    void levyOverOddLengths(int days, String usage, String expected) {
        LocalDate from = LocalDate.parse("2018-03-01");
        Rating rating = Books.rate(
                Books.ELECTRICITY, from.toString(), from.plusDays(days).toString(), usage);
        assertThat(rating.byTax().getOrDefault("TPPAN", Money.ZERO)).isEqualTo(Money.parse(expected));
    }

    // -------------------------------------------------------------------------------------------- shared meters

    @ParameterizedTest(name = "{1} households, {2}")
    @CsvSource({
        "casablanca/electricity-household, 2, 300,     200 x 0.8496 + 100 x 1.0220",
        "casablanca/electricity-household, 2, 300.001, 300.001 x 1.0220",
        "casablanca/electricity-household, 3, 630,     630 x 1.0220",
        "casablanca/electricity-household, 3, 630.001, 630.001 x 1.1193",
        "casablanca/water-household,       4, 48,      24 x 2.99 + 24 x 6.97",
        "casablanca/water-household,       4, 48.001,  48.001 x 6.97",
        "casablanca/water-professional,    4, 140,     140 x 11.24",
        "casablanca/water-professional,    4, 140.001, 140.001 x 16.48",
    })
    void householdsMultiplyBounds(String tariff, int households, String usage, String arithmetic) {
        Rating rating = Books.rate(tariff, "2018-07-01", "2018-07-31", usage, households);
        String component = tariff.contains("water") ? "water" : "energy";
        assertThat(rating.netByComponent().get(component)).isEqualTo(Books.money(arithmetic));
    }

    @Test
    void householdsDoNotMultiplyTheLevy() {
        Rating rating = Books.rate(Books.ELECTRICITY, "2018-07-01", "2018-07-31", "1000", 3);
        assertThat(rating.byTax().get("TPPAN")).isEqualTo(Money.parse("100.00"));
        assertThat(Books.rate(Books.ELECTRICITY, "2018-07-01", "2018-07-31", "201", 3)
                        .byTax()
                        .get("TPPAN"))
                .isEqualTo(Money.parse("25.20"));
    }

    // --------------------------------------------------------------------------------- taxes, duty, prices with tax

    @Test
    void publicLightingBearsNoLevyAndProfessionalsDo() {
        assertThat(Books.month(Books.LIGHTING, "2018-03-01", "265").byTax()).doesNotContainKey("TPPAN");
        assertThat(Books.month(Books.ELECTRICITY_PROFESSIONAL, "2018-03-01", "265")
                        .byTax()
                        .get("TPPAN"))
                .isEqualTo(Money.parse("38.00"));
    }

    @Test
    void allRatesAreOneFrom2026() {
        assertThat(taxes(Books.month(Books.ELECTRICITY, "2026-03-01", "150")))
                .containsExactly("VAT 0.2 of 137.16 = 27.43"); // 80.71 + 48.55 + 7.90
    }

    @Test
    void stampIsOnlyInWhatIsPaidInCash() {
        Rating rating = Books.month(Books.WATER, "2018-03-01", "13");
        assertThat(rating.total()).isEqualTo(Money.parse("124.13"));
        assertThat(Books.inCash(rating).total()).isEqualTo(Money.parse("124.44")); // + 124.13 x 0.0025 = 0.310325
        Rating office = Books.month(Books.ONEE, "2018-03-01", "150");
        assertThat(Books.inCash(office).total()).isEqualTo(Money.parse("163.83")); // + 0.40855, on prices with tax too
    }

    @Test
    void pricesWithTaxGiveTheRemainderToTheLargestComponent() {
        Rating rating = Books.month(Books.ONEE, "2018-03-01", "150");
        assertThat(rating.tax()).isEqualTo(Money.parse("20.07")); // 163.42 x 14/114
        assertThat(rating.net()).isEqualTo(Money.parse("143.35"));
        // 143.76 x 100/114 = 126.105.., 19.66 x 100/114 = 17.245..: 126.11 + 17.25 is a centime too many
        assertThat(rating.netByComponent())
                .isEqualTo(Map.of("energy", Money.parse("126.10"), "maintenance", Money.parse("17.25")));
    }

    @Test
    void pricesWithTaxKeepTheLevyOutsideThem() {
        Rating rating = Books.month(Books.ONEE, "2018-03-01", "311");
        assertThat(rating.total()).isEqualTo(Books.money("311 x 1.3817 + 19.66 + 47.20"));
        assertThat(rating.net())
                .isEqualTo(rating.total().minus(Money.parse("47.20")).minus(Money.parse("55.19")));
    }

    @Test
    void pricesWithTaxThatDoNotChangeAreStillSplitWhereTheRateDoes() {
        Rating rating = Books.rate(Books.ONEE, "2023-12-17", "2024-01-16", "100");
        assertThat(lines(rating))
                .containsExactly(
                        "energy 1 100 x 0.901 x 15/30 = 45.05",
                        "energy 1 100 x 0.901 x 15/30 = 45.05",
                        "maintenance 0 1 x 19.66 x 15/30 = 9.83",
                        "maintenance 0 1 x 19.66 x 15/30 = 9.83");
        // 54.88 x 14/114 = 6.7396.., 54.88 x 16/116 = 7.5696..
        assertThat(taxes(rating)).containsExactly("VAT 0.14 of 48.14 = 6.74", "VAT 0.16 of 47.31 = 7.57");
    }

    @ParameterizedTest(name = "{0} m3: joint {1}, water {2}")
    @CsvSource({
        "13,     101.01,  90.61", // 13 x 7.77, 13 x 6.97
        "0.5,      1.67,   1.50", // 1.67, 1.495 rounds up: sanitation is 0.17, not 0.18
        "20.001, 264.01, 224.81",
    })
    void sanitationIsWhatWaterLeavesOfTheJointAmount(String usage, String joint, String water) {
        Rating rating = Books.month(Books.WATER, "2018-03-01", usage);
        assertThat(rating.netByComponent().get("water")).isEqualTo(Money.parse(water));
        assertThat(rating.netByComponent().get("sanitation"))
                .isEqualTo(Money.parse(joint).minus(Money.parse(water)));
    }

    // ------------------------------------------------------------------------------------------------ as text

    private static List<String> lines(Rating rating) {
        return rating.lines().stream()
                .map(line -> "%s %d %s x %s x %s = %s"
                        .formatted(
                                line.component(),
                                line.block(),
                                line.quantity(),
                                line.price(),
                                share(line),
                                line.amount()))
                .toList();
    }

    private static List<String> shares(Rating rating, String component) {
        return rating.lines().stream()
                .filter(line -> line.component().equals(component))
                .map(PeriodsTest::share)
                .toList();
    }

    private static String share(ChargeLine line) {
        return line.dayShare().map(ChargeLine.DayShare::toString).orElse("1");
    }

    private static List<String> taxes(Rating rating) {
        return rating.taxes().stream().map(PeriodsTest::text).toList();
    }

    private static String text(TaxLine tax) {
        Decimal rate = tax.rate() == null ? Decimal.ZERO : tax.rate();
        return "%s %s of %s = %s".formatted(tax.code(), rate, tax.base().toText(2), tax.amount());
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
