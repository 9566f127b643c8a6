package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// Time bands that share blocks, demand, and prices of time: peak 0-100 at 2, above at 4; off-peak at 1.
class BandTableTest {
    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final Set<Month> SUMMER = EnumSet.range(Month.JUNE, Month.SEPTEMBER);
    private static final BandCharge BANDS = new BandCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            List.of(
                    new BandLadder("peak", BoundBasis.MONTH, List.of(upTo(100, 2), above(4))),
                    new BandLadder("off", BoundBasis.MONTH, List.of(above(1)))),
            "none",
            "");

    private static BlockTier upTo(int bound, int price) {
        return new BlockTier(Decimal.of(bound), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(price));
    }

    private static BlockTier above(int price) {
        return new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(price));
    }

    private static DemandCharge demand(Set<Month> months) {
        return new DemandCharge(
                "demand", Unit.KILOWATT, DemandBands.WHOLE, months, List.of(upTo(10, 3), above(5)), "none", "");
    }

    private static ResolvedTariff resolved(DateRange period, TariffComponent... components) {
        return new Tariff(
                        "x/bands",
                        "electricity",
                        "MAD",
                        Unit.KILOWATT_HOUR,
                        TaxBasis.BEFORE_TAX,
                        18,
                        List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.of(components))),
                        List.of(new ValueAddedTax(
                                "VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.ZERO)), "")))
                .resolve(period, 1);
    }

    private static Map<String, Fraction> fractions(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> Fraction.of(Decimal.parse(one[1]))));
    }

    private static BillDeterminants use(String bands) {
        return BillDeterminants.of(fractions(bands), Map.of());
    }

    private static DateRange days(int days) {
        return DateRange.of(START, START.plusDays(days));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "peak=0 off=0,      0.00",
        "peak=100 off=0,  200.00",
        "peak=101 off=0,  204.00", // 100 x 2 + 1 x 4
        "peak=50 off=50,  150.00", // T = 100, the bound: all of peak in block 1
        "peak=50 off=150, 300.00", // T = 200: a quarter of peak's 100 in block 1 is 25 x 2, 25 x 4, and 150 x 1
        "peak=0 off=500,  500.00",
        "peak=1 off=2,      4.00",
    })
    void bandsShareTheBlocks(String bands, String amount) {
        assertThat(resolved(days(31), BANDS).rate(use(bands)).total()).isEqualTo(Money.parse(amount));
    }

    @Test
    void theLinesOfABandSumToItsUsage() {
        Rating rating = resolved(days(31), BANDS).rate(use("peak=70 off=130.5"));
        assertThat(rating.lines().stream().map(ChargeLine::quantity).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualByComparingTo(rating.usage());
        assertThat(rating.lines()).extracting(ChargeLine::block).containsExactly(1, 2, 1);
    }

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({
        "31, 200.00", // a month
        "15, 300.00", // the bound is 50: 50 x 2 + 50 x 4
        "60, 200.00", // the bound is 200
    })
    void boundsFollowTheLengthOfThePeriod(int days, String amount) {
        assertThat(resolved(days(days), BANDS).rate(use("peak=100")).total()).isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} days at {1} kW: {2}")
    @CsvSource({
        "DAY, 30, 1, 240.00", // the bound is 60
        "DAY, 28, 1, 244.00", // 56
        "DEMAND, 30, 20, 260.00", // 40
        "DEMAND, 30, 60, 200.00", // 120
        "DEMAND_DAY, 30, 1, 240.00", // 60: the bound of a day, once for each kW
        "DEMAND_DAY, 30, 2, 200.00", // 120
    })
    void boundsOfADayAndOfDemand(BoundBasis basis, int days, int demand, String amount) {
        BandCharge bands = new BandCharge(
                "energy",
                Unit.KILOWATT_HOUR,
                List.of(new BandLadder("all", basis, List.of(upTo(2, 2), above(3)))),
                "none",
                "");
        BillDeterminants use = BillDeterminants.of(fractions("all=100"), fractions("all=" + demand));
        assertThat(resolved(days(days), bands).rate(use).total()).isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} kW: {1}")
    @CsvSource({"0=0, 0.00", "0=10, 30.00", "0=12.5, 42.50", "0=4 1=12.5, 42.50"})
    void demandIsPricedByBlock(String demand, String amount) {
        BillDeterminants use = BillDeterminants.of(fractions("all=0"), fractions(demand));
        assertThat(resolved(days(31), demand(EnumSet.allOf(Month.class)))
                        .rate(use)
                        .total())
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2023-05-01, 2023-06-01,  0.00",
        "2023-06-01, 2023-07-01, 30.00",
        "2023-05-17, 2023-06-16, 15.00", // 15 of 30 days
        "2023-09-15, 2023-10-15, 16.00", // 16 of 30
        "2024-02-15, 2024-03-15,  0.00",
    })
    void aSeasonTakesItsShareOfTheDays(LocalDate from, LocalDate to, String amount) {
        BillDeterminants use = BillDeterminants.of(fractions("all=0"), fractions("0=10"));
        assertThat(resolved(DateRange.of(from, to), demand(SUMMER)).rate(use).total())
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} of 24 for {1} days: {2}")
    @CsvSource({
        "DAY,   31, 744.00",
        "DAY,   28, 672.00",
        "MONTH, 31,  24.00",
        "MONTH, 60,  48.00",
        "YEAR,  31,   2.00",
        "YEAR,  15,   1.00"
    })
    void pricesOfTime(ChargedPer per, int days, String amount) {
        assertThat(resolved(days(days), new FixedCharge("fixed", Decimal.of(24), per, "none", ""))
                        .rate(Fraction.ZERO)
                        .total())
                .isEqualTo(Money.parse(amount));
    }

    @Test
    void aMinimumTopsDemandUpToo() {
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(1), ChargedPer.DAY, "none", "");
        BillDeterminants use = BillDeterminants.of(fractions("peak=2"), fractions("0=1"));
        Rating rating = resolved(days(31), BANDS, demand(EnumSet.allOf(Month.class)), minimum)
                .rate(use);
        assertThat(rating.netByComponent()).containsEntry("minimum", Money.parse("24.00")); // 31 - 4 - 3
        assertThat(rating.total()).isEqualTo(Money.parse("31.00"));
    }

    @Test
    void whatIsNotKnownIsAskedForAndNotGuessed() {
        assertThatThrownBy(() -> resolved(days(31), BANDS).rate(Fraction.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each time band");
        ResolvedTariff ofDemand = resolved(days(31), demand(EnumSet.allOf(Month.class)));
        assertThat(ofDemand.isDemandNeeded()).isTrue();
        assertThatThrownBy(() -> ofDemand.rate(Fraction.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("highest demand");
        assertThat(resolved(days(31), demand(SUMMER)).isDemandNeeded()).isFalse();
    }
}
