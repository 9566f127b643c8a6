package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// Percentages and prices of all units on top of water at 2, above 10 at 5, with sanitation at 0.50, and a meter at 8 a
/// month.
class RiderTableTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));
    private static final TariffComponent WATER = water(TariffComponent.ALL_YEAR, "water", 2, 5);
    private static final TariffComponent SANITATION =
            new VolumeCharge("sanitation", "water", List.of(Decimal.parse("0.5"), Decimal.parse("0.5")), "none", "");
    private static final TariffComponent METER = new FixedCharge("meter", Decimal.of(8), ChargedPer.MONTH, "none", "");
    private static final TariffComponent MINIMUM =
            new MinimumCharge("minimum", Decimal.of(20), ChargedPer.MONTH, "none", "");

    private static BlockCharge water(Set<Month> months, String code, int first, int second) {
        List<BlockTier> tiers = List.of(
                new BlockTier(Decimal.of(10), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(first)),
                new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(second)));
        return new BlockCharge(code, Unit.CUBIC_METRE, BlockRule.monthly(false), months, tiers, "none", "");
    }

    private static Rider rider(String code, String rate, String... of) {
        return new Rider(code, Set.of(of), Decimal.parse(rate), "none", "");
    }

    private static UnitCharge perUnit(String price) {
        return new UnitCharge("fuel", Unit.CUBIC_METRE, TariffComponent.ALL_YEAR, Decimal.parse(price), "none", "");
    }

    private static Rating rate(String usage, TariffComponent... components) {
        return TinyTariff.of(components).resolve(MARCH, 1).rate(Fraction.of(Decimal.parse(usage)));
    }

    @ParameterizedTest(name = "{0} used, {1} of {2}: {3}")
    @CsvSource({
        "10, 0.05,  water,              1.00", // a bound exactly
        "11, 0.05,  water,              1.25",
        "10, -0.05, water,             -1.00",
        "10, -1,    water,            -20.00", // all of it and no more
        "10, 0.1,   water sanitation,   2.50",
        "10, 0.1,   sanitation,         0.50", // a follower alone
        "10, 0.1,   '',                 3.30", // everything: water, sanitation, meter
        "0,  0.1,   water,              0.00", // nothing used
        "0,  0.1,   '',                 0.80",
        "0.1, 0.05, water,              0.01", // the half of a centime is rounded once, at the end
        "0.1, -0.05, water,            -0.01", // away from zero
    })
    void aRiderIsAPercentageOfWhatItNames(String usage, String rate, String of, String amount) {
        Rider rider = of.isEmpty() ? rider("rider", rate) : rider("rider", rate, of.split(" "));
        TinyTariff.charges(rate(usage, rider, WATER, SANITATION, METER), "rider", amount);
    }

    @Test
    void aLineSaysOfWhatItIs() {
        assertThat(rate("11", WATER, rider("rider", "0.05", "water")).lines())
                .last()
                .satisfies(line -> {
                    assertThat(line.quantity()).isEqualTo(Fraction.of(25));
                    assertThat(line.unit()).isEqualTo(Unit.MONEY);
                    assertThat(line.price()).isEqualTo(Decimal.parse("0.05"));
                });
    }

    /// 5 % of 20, then 10 % of that and of the meter, whichever is written first.
    @Test
    void aRiderOnARiderComesAfterIt() {
        Rider first = rider("first", "0.05", "water");
        Rider second = rider("second", "0.1", "first", "meter");
        TinyTariff.charges(rate("10", WATER, METER, first, second), "second", "0.90");
        TinyTariff.charges(rate("10", second, first, METER, WATER), "second", "0.90");
    }

    @Test
    void everythingIsWhatHangsOnNothing() {
        TinyTariff.charges(rate("10", WATER, rider("first", "0.5", "water"), rider("second", "0.1")), "second", "2.00");
    }

    @Test
    void aCircleIsABug() {
        Tariff tariff = TinyTariff.of(WATER, rider("a", "0.1", "b"), rider("b", "0.1", "a"));
        assertThatThrownBy(() -> tariff.resolve(MARCH, 1)).hasMessageContaining("hangs on itself");
    }

    @ParameterizedTest(name = "{0} used at {1}: {2}, in all {3}")
    @CsvSource({
        "10,  0.25,  2.50, 22.50",
        "10, -0.25, -2.50, 17.50",
        "10, -3,   -30.00, -10.00", // a bill may be below zero: the utility owes then
        "0,  -3,     0.00,  0.00",
    })
    void aPriceOfAllUnitsMayBeBelowZero(String usage, String price, String amount, String total) {
        Rating rating = rate(usage, WATER, perUnit(price));
        TinyTariff.charges(rating, "fuel", amount);
        assertThat(rating.total()).isEqualTo(Money.parse(total));
    }

    /// 5 units: 10 + 8 - 1 = 17, so 3 are missing.
    @Test
    void aMinimumComesAfterRiders() {
        TinyTariff.charges(rate("5", WATER, METER, MINIMUM, rider("rider", "-0.1", "water")), "minimum", "3.00");
    }

    @Test
    void taxOnWhatIsBelowZeroIsGivenBack() {
        Tariff tariff = new Tariff(
                "tiny/water",
                "water",
                "MAD",
                Unit.CUBIC_METRE,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.of(WATER, perUnit("-3")))),
                List.of(
                        new ValueAddedTax(
                                "VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.2"))), ""),
                        new Tax.PaymentDuty(
                                "STAMP",
                                PaymentChannel.CASH,
                                List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.0025"))),
                                "")));
        Rating rating = tariff.resolve(MARCH, 1).rate(Fraction.of(10));
        assertThat(rating.tax()).isEqualTo(Money.parse("-2.00"));
        assertThat(rating.total()).isEqualTo(Money.parse("-12.00"));
        assertThat(rating.unrounded().total()).isEqualTo(Fraction.of(-12));
        PaidRating paid = PaidRating.of(rating, PaymentChannel.CASH, MARCH.to());
        assertThat(paid.total()).as("nobody pays what is owed to them").isEqualTo(Money.parse("-12.00"));
        assertThat(paid.unrounded().total()).isEqualTo(Fraction.of(-12));
    }

    @ParameterizedTest(name = "{0} days from {1}: summer {2}, winter {3}, rider {4}")
    @CsvSource({
        "31, 2023-03-01,  0.00, 20.00, 2.00", // in one season alone
        "30, 2023-06-01, 30.00,  0.00, 3.00",
        "30, 2023-05-17, 15.00, 10.00, 2.50", // 15 of 30 days are in each
        "30, 2023-08-17, 15.00, 10.00, 2.50", // and out of it
        "29, 2024-02-01,  0.00, 20.00, 2.00", // a leap year
    })
    void aSeasonTakesTheShareOfItsDays(int days, LocalDate from, String summer, String winter, String rider) {
        Set<Month> hot = Set.of(Month.JUNE, Month.JULY, Month.AUGUST);
        Set<Month> cold = Set.copyOf(TariffComponent.ALL_YEAR.stream()
                .filter(month -> !hot.contains(month))
                .toList());
        Rating rating = TinyTariff.of(water(hot, "summer", 3, 7), water(cold, "winter", 2, 5), rider("rider", "0.1"))
                .resolve(DateRange.of(from, from.plusDays(days)), 1)
                .rate(Fraction.of(10));
        TinyTariff.charges(rating, "summer", summer);
        TinyTariff.charges(rating, "winter", winter);
        TinyTariff.charges(rating, "rider", rider);
    }

    @Test
    void theCurveBendsWhereTheChargesDo() {
        ResolvedTariff tariff = TinyTariff.of(WATER, METER, MINIMUM, rider("rider", "0.5", "water"))
                .resolve(MARCH, 1);
        assertThat(tariff.bends()).containsExactly(Fraction.of(4), Fraction.of(10));
        Totals totals = Totals.of(tariff, 0);
        for (int usage = 0; usage < 30; usage++) {
            Fraction used = Fraction.of(usage);
            assertThat(PriceCurve.of(tariff).at(used)).isEqualTo(tariff.unroundedTotal(used));
            assertThat(totals.total(usage)).isEqualTo(tariff.rate(used).total().minorUnits());
        }
    }
}
