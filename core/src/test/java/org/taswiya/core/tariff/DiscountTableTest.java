package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// Discounts and maxima of water at 2, above 10 at 5, and a meter at 8 a month.
class DiscountTableTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));
    private static final TariffComponent WATER = new BlockCharge(
            "water",
            Unit.CUBIC_METRE,
            false,
            List.of(
                    new BlockTier(Decimal.of(10), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(2)),
                    new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(5))),
            "none",
            "");
    private static final TariffComponent METER = new FixedCharge("meter", Decimal.of(8), ChargedPer.MONTH, "none", "");
    private static final TariffComponent FUEL =
            new UnitCharge("fuel", Unit.CUBIC_METRE, TariffComponent.ALL_YEAR, Decimal.of(-3), "none", "");

    private static Discount share(String rate, String... of) {
        return new Discount("off", Set.of(of), Decimal.parse(rate), null, true, null, "none", "");
    }

    private static Discount amount(String amount, boolean isLimited, String... of) {
        return new Discount("off", Set.of(of), Decimal.parse(amount), ChargedPer.MONTH, isLimited, null, "none", "");
    }

    private static MaximumCharge maximum(String amount, ChargedPer per, String... of) {
        return new MaximumCharge("maximum", Set.of(of), Decimal.parse(amount), per, "none", "");
    }

    private static MaximumCharge average(String amount, String... of) {
        return new MaximumCharge("maximum", Set.of(of), Decimal.parse(amount), null, "none", "");
    }

    private static Rating rate(DateRange period, String usage, TariffComponent... components) {
        return TinyTariff.of(components).resolve(period, 1).rate(Fraction.of(Decimal.parse(usage)));
    }

    @ParameterizedTest(name = "{0} used, {1} off {2}: {3}")
    @CsvSource({
        "10, 0.1, water,       -2.00",
        "10, 1,   water,      -20.00",
        "0,  0.1, water,        0.00",
        "10, 0.1, '',          -2.80", // everything
        "10, 0.1, water fuel,   0.00", // 20 - 30 is below zero: there is nothing to take off
        "10, 0.1, meter fuel,   0.00",
    })
    void aShareIsOfWhatItNames(String usage, String rate, String of, String amount) {
        TariffComponent[] components = of.contains("fuel")
                ? new TariffComponent[] {WATER, METER, FUEL, share(rate, of.split(" "))}
                : new TariffComponent[] {WATER, METER, of.isEmpty() ? share(rate) : share(rate, of)};
        TinyTariff.charges(rate(MARCH, usage, components), "off", amount);
    }

    @ParameterizedTest(name = "{0} used for {1} days, {2} a month off, limited {3}: {4}")
    @CsvSource({
        "10, 31, 5,  true,   -5.00",
        "2,  31, 5,  true,   -4.00", // no more than there is
        "2.5,31, 5,  true,   -5.00", // exactly
        "0,  31, 5,  true,    0.00",
        "2,  31, 5,  false,  -5.00", // said so
        "0,  31, 5,  false,  -5.00",
        "10, 15, 5,  true,   -2.50", // half a month
        "1,  15, 5,  true,   -2.00",
    })
    void anAmountIsNoMoreThanThereIs(String usage, int days, String amount, boolean isLimited, String expected) {
        DateRange period = DateRange.of(MARCH.from(), MARCH.from().plusDays(days));
        TinyTariff.charges(rate(period, usage, WATER, METER, amount(amount, isLimited, "water")), "off", expected);
    }

    @Test
    void aDiscountOnARiderComesAfterIt() {
        Rider rider = new Rider("rider", Set.of("water"), Decimal.parse("0.5"), "none", "");
        TinyTariff.charges(rate(MARCH, "10", share("0.1", "rider", "water"), rider, WATER), "off", "-3.00");
    }

    @Test
    void onlyWhoIsEntitledHasASocialDiscount() {
        Discount social = new Discount(
                "off",
                Set.of("water"),
                Decimal.parse("0.3"),
                null,
                true,
                Determinant.SOCIAL_TARIFF,
                "none",
                "Decree 5");
        Tariff tariff = TinyTariff.of(WATER, METER, social);
        assertThat(tariff.isOfUsageAlone()).isFalse();
        ResolvedTariff resolved = tariff.resolve(MARCH, 1);
        TinyTariff.charges(resolved.rate(entitled(Fraction.ONE)), "off", "-6.00");
        TinyTariff.charges(resolved.rate(entitled(Fraction.ZERO)), "off", "0.00");
        assertThat(resolved.gap(BillDeterminants.of(Fraction.ONE)))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isTrue());
        assertThat(resolved.gap(entitled(Fraction.of(2))))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .hasToString("social-tariff: found 2, but off is charged by it; expected 0 or 1"));
    }

    private static BillDeterminants entitled(Fraction value) {
        return BillDeterminants.of(Fraction.of(10)).with(Map.of(Determinant.SOCIAL_TARIFF, value));
    }

    @ParameterizedTest(name = "{0} used for {1} days, at most {2} a {3}: {4}")
    @CsvSource({
        "10, 31, 20,  MONTH,  -8.00",
        "6,  31, 20,  MONTH,   0.00", // exactly
        "7,  31, 20,  MONTH,  -2.00",
        "0,  31, 5,   MONTH,  -3.00",
        "10, 31, 0.5, DAY,   -12.50",
        "10, 31, 240, YEAR,   -8.00", // a twelfth
        "10, 15, 20,  MONTH, -29.00", // half the bounds: 5 at 2, 5 at 5, and 4; no more than 10
    })
    void aMaximumTakesDown(String usage, int days, String amount, ChargedPer per, String expected) {
        DateRange period = DateRange.of(MARCH.from(), MARCH.from().plusDays(days));
        TinyTariff.charges(rate(period, usage, maximum(amount, per), WATER, METER), "maximum", expected);
    }

    @ParameterizedTest(name = "{0} used, at most {1} a unit of {2}: {3}")
    @CsvSource({
        "10, 2.5, '',     -3.00", // 28 - 25
        "16, 3.6, '',     -0.40", // 58 - 57.6
        "0,  2.5, '',     -8.00", // nothing used costs nothing
        "0,  2.5, water,   0.00",
        "20, 3,   water, -10.00", // 70 - 60
        "15, 3,   water,   0.00", // 45, exactly
    })
    void anAveragePriceIsNeverPassed(String usage, String amount, String of, String expected) {
        MaximumCharge maximum = of.isEmpty() ? average(amount) : average(amount, of);
        Rating rating = rate(MARCH, usage, WATER, METER, maximum);
        TinyTariff.charges(rating, "maximum", expected);
        if (of.isEmpty()) {
            Fraction most = Fraction.of(Decimal.parse(usage)).times(Decimal.parse(amount));
            assertThat(rating.total().toFraction()).isLessThanOrEqualTo(most);
        }
    }

    /// What the average price leaves is topped up: the minimum has the last word.
    @Test
    void aMinimumComesAfterAMaximum() {
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(20), ChargedPer.MONTH, "none", "");
        Rating rating = rate(MARCH, "4", minimum, average("2.5"), WATER, METER);
        TinyTariff.charges(rating, "maximum", "-6.00");
        TinyTariff.charges(rating, "minimum", "10.00");
    }

    /// The second takes down what the first has left.
    @Test
    void aMaximumOfEverythingSeesTheOnesAboveIt() {
        MaximumCharge first = maximum("15", ChargedPer.MONTH, "water");
        MaximumCharge second = new MaximumCharge("second", Set.of(), Decimal.of(22), ChargedPer.MONTH, "none", "");
        Rating rating = rate(MARCH, "10", first, second, WATER, METER);
        TinyTariff.charges(rating, "maximum", "-5.00");
        TinyTariff.charges(rating, "second", "-1.00");
    }

    @Test
    void theCurveBendsWhereAMaximumIsReachedAndADiscountIsWhole() {
        ResolvedTariff tariff = TinyTariff.of(WATER, METER, maximum("60", ChargedPer.MONTH), amount("5", true, "water"))
                .resolve(MARCH, 1);
        assertThat(tariff.bends()).containsExactly(Fraction.of(5, 2), Fraction.of(10), Fraction.of(87, 5));
    }
}
