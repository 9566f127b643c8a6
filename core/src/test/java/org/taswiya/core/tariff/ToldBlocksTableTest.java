package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;

/// Blocks of a day and of a year, and blocks that hang on persons and on the size of the meter: 1 a unit, above the
/// bound 3.
class ToldBlocksTableTest {
    private static final BlockSpan MONTH = new BlockSpan.Month();
    private static final BlockSpan APRIL_YEAR = new BlockSpan.Year(MonthDay.of(4, 1));
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));

    private static BlockCharge water(BlockRule rule, int upTo, int perPerson) {
        return new BlockCharge(
                "water",
                Unit.CUBIC_METRE,
                rule,
                TariffComponent.ALL_YEAR,
                List.of(
                        new BlockTier(
                                Decimal.of(upTo),
                                Decimal.ZERO,
                                Decimal.of(perPerson),
                                BlockMode.PROGRESSIVE,
                                Decimal.ONE),
                        new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(3))),
                "none",
                "");
    }

    private static BlockRule rule(boolean perHousehold, BlockSpan span, @Nullable Persons persons) {
        return new BlockRule(perHousehold, span, persons, new TreeMap<>());
    }

    private static BillDeterminants told(String usage, Map<Determinant, String> others) {
        Map<Determinant, Fraction> exact = new EnumMap<>(Determinant.class);
        others.forEach((determinant, value) -> exact.put(determinant, Fraction.of(Decimal.parse(value))));
        return BillDeterminants.of(Fraction.of(Decimal.parse(usage))).with(exact);
    }

    private static DateRange range(LocalDate from, LocalDate to) {
        return DateRange.of(from, to);
    }

    @ParameterizedTest(name = "{0} to {1}, {2} used: {3}")
    @CsvSource({
        "2023-03-01, 2023-04-01,  62, 62.00", // 31 x 2 exactly
        "2023-03-01, 2023-04-01,  63, 65.00",
        "2023-02-01, 2023-03-01,  57, 59.00", // 56
        "2024-02-01, 2024-03-01,  58, 58.00", // a leap year's February has 29 days
        "2024-02-01, 2024-03-01,   0,  0.00",
        "2024-02-29, 2024-03-01,   3,  5.00",
    })
    void boundsOfADay(LocalDate from, LocalDate to, String used, String amount) {
        Rating rating = TinyTariff.of(Proration.DAYS_30, water(rule(false, new BlockSpan.Day(), null), 2, 0))
                .resolve(range(from, to), 1)
                .rate(Fraction.of(Decimal.parse(used)));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
    }

    @Test
    void boundsOfADayAreAskedForNothingAndPrinted() {
        Tariff tariff = TinyTariff.of(water(rule(true, new BlockSpan.Day(), null), 2, 0));
        assertThat(tariff.isOfUsageAlone()).isTrue();
        assertThat(tariff.resolve(MARCH, 3).blockBounds())
                .singleElement()
                .satisfies(bounds -> assertThat(bounds.upTo()).containsExactly(Fraction.of(31 * 2 * 3)));
    }

    @ParameterizedTest(name = "{0} used this year, then {1}: {2} in lines of blocks {3}")
    @CsvSource({
        "0,     100, 100.00, 1",
        "0,     120, 120.00, 1", // the bound exactly
        "0,     121, 123.00, 1 2",
        "100,    20,  20.00, 1",
        "100,    30,  50.00, 1 2", // 20 + 10 x 3
        "120,    10,  30.00, 2", // all of block 1 was used before
        "500,    10,  30.00, 2",
        "100,     0,   0.00, 1",
        "120,     0,   0.00, 1", // nothing is in the first block, used up or not
        "119.5,   1,   2.00, 1 2",
    })
    void aYearGoesOnWhereItWas(String before, String used, String amount, String blocks) {
        Rating rating = TinyTariff.of(water(rule(false, APRIL_YEAR, null), 120, 0))
                .resolve(MARCH, 1)
                .rate(told(used, Map.of(Determinant.USED_THIS_YEAR, before)));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .extracting(line -> Integer.toString(line.block()))
                .containsExactly(blocks.split(" ", -1));
        assertThat(rating.lines().stream().map(ChargeLine::quantity).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualByComparingTo(Fraction.of(Decimal.parse(used)));
    }

    /// 12 and 18 of 30 days: 40 of the 100 lie above what was used, 60 begin the new year.
    @ParameterizedTest(name = "{0} used before: {1}")
    @CsvSource({
        "0,   100.00", // 40 + 60
        "100, 140.00", // 20 + 20 x 3, and 60
        "120, 180.00", // 40 x 3, and 60
    })
    void aPeriodAcrossTheYearsStartIsDividedByDays(String before, String amount) {
        DateRange period = range(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 4, 19));
        Rating rating = TinyTariff.of(water(rule(false, APRIL_YEAR, null), 120, 0))
                .resolve(period, 1)
                .rate(told("100", Map.of(Determinant.USED_THIS_YEAR, before)));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()))
                .extracting(ChargeLine::range)
                .contains(range(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 4, 1)))
                .contains(range(LocalDate.of(2023, 4, 1), LocalDate.of(2023, 4, 19)));
    }

    /// The new price begins where the year stood that day: of 60 used evenly over 30 days, 20 by the 10th day.
    @Test
    void aNewVersionGoesOnInTheYear() {
        BlockCharge old = water(rule(false, APRIL_YEAR, null), 120, 0);
        List<BlockTier> dearer = new ArrayList<>();
        old.tiers()
                .forEach(tier -> dearer.add(new BlockTier(
                        tier.upTo(), tier.tolerance(), tier.mode(), tier.price().times(10))));
        BlockCharge next = new BlockCharge("water", Unit.CUBIC_METRE, old.rule(), old.months(), dearer, "none", "");
        Tariff both = TinyTariff.of(old);
        LocalDate change = LocalDate.of(2023, 5, 11);
        Tariff tariff = new Tariff(
                both.id(),
                both.service(),
                both.currency(),
                both.unit(),
                both.basis(),
                both.dueDays(),
                List.of(
                        new TariffVersion(LocalDate.MIN, change, Proration.NONE, false, List.of(old)),
                        new TariffVersion(change, null, Proration.NONE, false, List.of(next))),
                both.taxes());
        Rating rating = tariff.resolve(range(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 31)), 1)
                .rate(told("60", Map.of(Determinant.USED_THIS_YEAR, "90")));
        // 20 x 1 to 110; then 10 x 10 to 120 and 30 x 30.
        assertThat(rating.total()).isEqualTo(Money.parse("1020.00"));
    }

    @ParameterizedTest(name = "{0} persons, {1} households: {2}")
    @CsvSource({
        "1,  1, 23.00", // 2 + 1 x 3 = 5: 5 + 6 x 3
        "3,  1, 11.00", // 2 + 9 = 11 exactly
        "4,  1, 11.00",
        "0,  1, 23.00", // fewer than 1 count as 1
        "9,  1, 11.00",
        "6,  2, 11.00", // 2 x 2 + 6 x 3 = 22
        "1,  2, 13.00", // of two households at least 2: 4 + 6 = 10, and 1 x 3
        ",   1, 11.00", // nobody told: 4
    })
    void personsAddToTheBounds(String persons, int households, String amount) {
        BlockCharge charge = water(rule(true, MONTH, new Persons(1, 6, 4)), 2, 3);
        Map<Determinant, String> others = persons == null ? Map.of() : Map.of(Determinant.PERSONS, persons);
        assertThat(TinyTariff.of(charge)
                        .resolve(MARCH, households)
                        .rate(told("11", others))
                        .total())
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} persons use {1}: {2}")
    @CsvSource({
        "6, 20, 20.00", // 2 + 18
        "7, 23, 29.00", // more than 6 count as 6: 20 + 3 x 3
    })
    void morePersonsThanCount(String persons, String used, String amount) {
        BlockCharge charge = water(rule(false, MONTH, new Persons(1, 6, null)), 2, 3);
        assertThat(TinyTariff.of(charge)
                        .resolve(MARCH, 1)
                        .rate(told(used, Map.of(Determinant.PERSONS, persons)))
                        .total())
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "size {0}: {1}")
    @CsvSource({"15, 40.00", "20, 30.00", "25, 20.00"}) // bounds 10, 15, 20
    void aLargerMeterHasLargerBlocks(String size, String amount) {
        SortedMap<Decimal, Decimal> sizes = new TreeMap<>(Map.of(
                Decimal.of(15), Decimal.ONE, Decimal.of(20), Decimal.parse("1.5"), Decimal.of(25), Decimal.of(2)));
        BlockCharge charge = water(new BlockRule(false, MONTH, null, sizes), 10, 0);
        ResolvedTariff resolved = TinyTariff.of(charge).resolve(MARCH, 1);
        assertThat(resolved.rate(told("20", Map.of(Determinant.METER_SIZE, size)))
                        .total())
                .isEqualTo(Money.parse(amount));
        assertThat(resolved.gap(told("20", Map.of(Determinant.METER_SIZE, "50"))))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .hasToString(
                                "meter-size: found 50, but water is charged by it; expected one" + " of 15, 20, 25"));
    }

    /// What is told from a day on counts from there: 10 of 31 days with 1 person, 21 with 4.
    @Test
    void boundsAreShownAndCutAsToldForTheirDays() {
        ResolvedTariff resolved = TinyTariff.of(water(rule(true, MONTH, new Persons(1, 6, 2)), 2, 3))
                .resolve(MARCH, 1);
        assertThat(resolved.blockBounds())
                .singleElement()
                .satisfies(bounds -> assertThat(bounds.upTo()).containsExactly(Fraction.of(8)));
        ResolvedTariff knowing = resolved.knowing(new TreeMap<>(Map.of(
                MARCH.from(), new Told(Map.of(), Map.of(), Map.of(Determinant.PERSONS, Fraction.ONE)),
                LocalDate.of(2023, 3, 11), new Told(Map.of(), Map.of(), Map.of(Determinant.PERSONS, Fraction.of(4))))));
        assertThat(knowing.blockBounds())
                .extracting(ResolvedTariff.BlockBounds::upTo)
                .containsExactly(List.of(Fraction.of(5)), List.of(Fraction.of(14)));
        // 14 used: 10/31 of 5 x 1 and of 9 x 3, 21/31 of 14 x 1: 1.61 + 8.71 + 9.48
        assertThat(knowing.rate(Fraction.of(14)).total()).isEqualTo(Money.parse("19.80"));
    }

    @Test
    void whatIsMissingIsNamed() {
        ResolvedTariff ofPersons = TinyTariff.of(water(rule(true, MONTH, new Persons(1, 6, null)), 2, 3))
                .resolve(MARCH, 1);
        ResolvedTariff ofYear =
                TinyTariff.of(water(rule(false, APRIL_YEAR, null), 120, 0)).resolve(MARCH, 1);
        assertThat(ofPersons.gap(told("1", Map.of())))
                .hasValueSatisfying(gap -> assertThat(gap.determinant()).isEqualTo(Determinant.PERSONS));
        assertThat(ofPersons.gap(told("1", Map.of(Determinant.PERSONS, "2.5"))))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isFalse());
        assertThat(ofYear.gap(told("1", Map.of())))
                .hasValueSatisfying(gap -> assertThat(gap.determinant()).isEqualTo(Determinant.USED_THIS_YEAR));
        assertThatThrownBy(() -> ofYear.rate(Fraction.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Totals.of(ofYear, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatMayBeLeftUntoldIsPricedWithoutIt() {
        Tariff tariff = TinyTariff.of(
                water(rule(true, MONTH, new Persons(1, 6, 4)), 2, 3),
                new VolumeCharge(
                        "sanitation", "water", List.of(Decimal.parse("0.333"), Decimal.parse("1.777")), "none", ""),
                new MinimumCharge("minimum", Decimal.of(7), ChargedPer.MONTH, "none", ""));
        assertThat(tariff.isOfUsageAlone()).isFalse();
        assertThat(tariff.determinants()).isEmpty();
        assertThat(tariff.optionalDeterminants()).containsExactly(Determinant.PERSONS);
        ResolvedTariff resolved = tariff.resolve(MARCH, 1);
        assertThat(resolved.bends()).contains(Fraction.of(14));
        Totals totals = Totals.of(resolved, 1);
        for (int steps = 0; steps < 400; steps++) {
            assertThat(totals.total(steps))
                    .isEqualTo(resolved.rate(Fraction.of(steps, 10)).total().minorUnits());
        }
    }
}
