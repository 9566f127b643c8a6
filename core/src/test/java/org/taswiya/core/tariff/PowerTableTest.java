package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorBonus;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// Subscribed power 0-36 at 10, above at 8; overrun at 15; demand at 10; reactive energy above 0.4 at 0.05.
class PowerTableTest {
    private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
    private static final Set<Month> ALL_YEAR = TariffComponent.ALL_YEAR;
    private static final BillDeterminants NOTHING = BillDeterminants.of(Fraction.ZERO);

    private static BlockTier above(int price) {
        return new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(price));
    }

    private static SubscribedCharge subscribed(ChargedPer per) {
        BlockTier first = new BlockTier(Decimal.of(36), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(10));
        return new SubscribedCharge("power", Unit.KILOVOLT_AMPERE, null, per, List.of(first, above(8)), "none", "");
    }

    private static OverrunCharge overrun(Set<Month> months, boolean isByExceedance, String allowed) {
        return new OverrunCharge(
                "overrun",
                Unit.KILOWATT,
                null,
                months,
                isByExceedance,
                Decimal.parse(allowed),
                Decimal.of(15),
                "none",
                "");
    }

    private static BilledDemandCharge billed(String powerFactor, DemandFloor... floors) {
        Decimal factor = powerFactor.isEmpty() ? null : Decimal.parse(powerFactor);
        return new BilledDemandCharge(
                "demand", Unit.KILOWATT, ALL_YEAR, factor, List.of(floors), List.of(above(10)), "none", "");
    }

    private static ResolvedTariff in(LocalDate from, int days, TariffComponent... components) {
        return TinyTariff.of(components).resolve(DateRange.of(from, from.plusDays(days)), 1);
    }

    private static Fraction fraction(String text) {
        return Fraction.of(Decimal.parse(text));
    }

    private static BillDeterminants told(Determinant determinant, String value) {
        return NOTHING.with(Map.of(determinant, fraction(value)));
    }

    private static BillDeterminants drawing(String demand, Map<Determinant, Fraction> others) {
        return BillDeterminants.of(Map.of(), Map.of("0", fraction(demand))).with(others);
    }

    private static BillDeterminants drawing(String demand, String subscribed) {
        return drawing(demand, Map.of(Determinant.SUBSCRIBED_POWER, fraction(subscribed)));
    }

    @ParameterizedTest(name = "{0} kVA for {1} days, a {2}: {3}")
    @CsvSource({
        "0,    31, MONTH,   0.00",
        "36,   31, MONTH, 360.00",
        "37,   31, MONTH, 368.00",
        "36.5, 31, MONTH, 364.00",
        "36,   15, MONTH, 180.00", // 15/30
        "36,   60, MONTH, 720.00",
        "36,   31, YEAR,   30.00", // a twelfth
        "36,   29, MONTH, 360.00", // February of a leap year is a month as well
    })
    void whatIsSubscribedToIsPaidWhateverIsDrawn(String power, int days, ChargedPer per, String amount) {
        Rating rating = in(MARCH, days, subscribed(per)).rate(told(Determinant.SUBSCRIBED_POWER, power));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    @ParameterizedTest(name = "{0} kW of {1} kW, {2} times allowed: {3}")
    @CsvSource({
        "0,     40, 1,      0.00",
        "40,    40, 1,      0.00", // the bound exactly
        "40.01, 40, 1,      0.15",
        "42,    40, 1,     30.00",
        "42,    40, 1.05,   0.00",
        "43,    40, 1.05,  15.00",
        "5,      0, 1,     75.00",
    })
    void whatIsAboveHasItsPrice(String demand, String subscribed, String allowed, String amount) {
        Rating rating = in(MARCH, 31, overrun(ALL_YEAR, false, allowed)).rate(drawing(demand, subscribed));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
    }

    @Test
    void anOverrunOfWinterIsDueInItsDays() {
        OverrunCharge winter = overrun(EnumSet.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY), false, "1");
        ResolvedTariff half = in(LocalDate.of(2023, 2, 14), 30, winter); // 15 of 30 days
        assertThat(half.rate(drawing("42", "40")).total()).isEqualTo(Money.parse("15.00"));
        assertThat(in(MARCH, 31, winter).rate(NOTHING).total()).isEqualTo(Money.ZERO);
    }

    @Test
    void everyExceedanceHasItsPriceHoweverMuchItWasAndHoweverLongThePeriod() {
        ResolvedTariff tariff = in(MARCH, 60, overrun(ALL_YEAR, true, "1"));
        assertThat(tariff.isDemandNeeded()).isFalse();
        assertThat(tariff.rate(told(Determinant.EXCEEDANCES, "3")).total()).isEqualTo(Money.parse("45.00"));
        assertThat(tariff.rate(told(Determinant.EXCEEDANCES, "0")).lines()).isEmpty();
    }

    @Test
    void aTimeBandHasAPowerOfItsOwn() {
        OverrunCharge peak = new OverrunCharge(
                "overrun", Unit.KILOWATT, "peak", ALL_YEAR, false, Decimal.ONE, Decimal.of(15), "none", "");
        SubscribedCharge power =
                new SubscribedCharge("power", Unit.KILOWATT, "peak", ChargedPer.MONTH, List.of(above(9)), "none", "");
        BillDeterminants use = BillDeterminants.of(Map.of(), Map.of("peak", fraction("35"), "off", fraction("90")))
                .withParts(Map.of(Determinant.SUBSCRIBED_POWER, Map.of("peak", fraction("30"), "off", fraction("80"))));
        ResolvedTariff tariff = in(MARCH, 31, peak, power);
        assertThat(tariff.rate(use).netByComponent())
                .containsExactly(Map.entry("overrun", Money.parse("75.00")), Map.entry("power", Money.parse("270.00")));
        assertThat(tariff.tariff().demandBands()).containsExactly("peak");
        assertThat(tariff.gap(drawing("35", "30")))
                .hasValueSatisfying(gap -> assertThat(gap.expected()).isEqualTo("that of the time band peak"));
    }

    private static BillDeterminants past(String demand, String months) {
        Map<String, Fraction> told = new HashMap<>();
        for (String one : months.strip().split(" ", -1)) {
            told.put(one.substring(0, 7), fraction(one.substring(8)));
        }
        return drawing(demand, Map.of()).withParts(Map.of(Determinant.PAST_DEMAND, told));
    }

    @ParameterizedTest(name = "{0} kW after {1}: {2}")
    @CsvSource({
        "100, 2022-12=0 2023-01=0 2023-02=0,       1000.00", // nothing before
        "60,  2022-12=50 2023-01=100 2023-02=70,    800.00", // 80 % of 100
        "80,  2022-12=50 2023-01=100 2023-02=70,    800.00", // exactly as much
        "81,  2022-12=50 2023-01=100 2023-02=70,    810.00",
        "0,   2022-12=0 2023-01=0 2023-02=0.05,       0.40",
        "0,   2022-11=900 2022-12=0 2023-01=0 2023-02=10 2023-03=500, 80.00", // only the three before March
    })
    void aRatchetLooksBack(String demand, String months, String amount) {
        BilledDemandCharge charge = billed("", new DemandFloor.OfPast(Decimal.parse("0.8"), 3, ALL_YEAR));
        assertThat(in(MARCH, 31, charge).rate(past(demand, months)).total()).isEqualTo(Money.parse(amount));
    }

    @Test
    void aRatchetOfTheSummerAsksForItsMonthsAlone() {
        Set<Month> summer = EnumSet.of(Month.JULY, Month.AUGUST);
        BilledDemandCharge charge = billed("", new DemandFloor.OfPast(Decimal.ONE, 12, summer));
        assertThat(in(MARCH, 31, charge)
                        .rate(past("5", "2022-07=30 2022-08=40"))
                        .total())
                .isEqualTo(Money.parse("400.00"));
        // From 15 July on the month of July itself is none before.
        LocalDate july = LocalDate.of(2023, 7, 15);
        assertThat(in(july, 31, charge).gap(past("5", "2022-08=40")))
                .hasValueSatisfying(gap -> assertThat(gap)
                        .hasToString("past-demand: found nothing, but demand is charged by it; expected that of"
                                + " 2022-07; 0 where there was no supply"));
        assertThat(in(july, 31, charge).gap(past("5", "2022-07=1 2022-08=40"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} kW at {1}: {2}")
    @CsvSource({
        "90,  1,    900.00",
        "90,  0.9,  900.00", // the threshold exactly
        "90,  0.75, 1080.00", // 90 x 0.9 / 0.75
        "10,  1,    500.00", // half of what was subscribed
        "0,   1,    500.00",
    })
    void aPoorFactorRaisesDemandAndAFloorHoldsIt(String demand, String factor, String amount) {
        BilledDemandCharge charge = billed(
                "0.9", new DemandFloor.OfSubscribed(Decimal.parse("0.5")), new DemandFloor.Amount(Decimal.of(20)));
        BillDeterminants use = drawing(
                demand,
                Map.of(Determinant.POWER_FACTOR, fraction(factor), Determinant.SUBSCRIBED_POWER, fraction("100")));
        assertThat(in(MARCH, 31, charge).rate(use).total()).isEqualTo(Money.parse(amount));
    }

    /// By registers, rounded to four decimals: 0.8 exactly, and 0.80048.
    @ParameterizedTest(name = "{0} kWh and {1} kvarh: {2}")
    @CsvSource({
        "800, 600, 1125.00", // 10 x 100 x 0.9 / 0.8
        "800, 599, 1124.30", // 10 x 100 x 0.9 / 0.8005
        "800, 0,   1000.00",
        "0,   600, 1000.00",
    })
    void demandIsRaisedByThePowerFactorOfRegisters(String usage, String reactive, String amount) {
        BillDeterminants use = new BillDeterminants(
                fraction(usage),
                Map.of(),
                Map.of("all", fraction("100")),
                Map.of(Determinant.REACTIVE_ENERGY, fraction(reactive)));
        assertThat(in(MARCH, 31, billed("0.9")).rate(use).total()).isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest(name = "{0} kWh and {1} kvarh: {2}")
    @CsvSource({
        "0,    0,   0.00",
        "0,    10,  0.50",
        "1000, 400, 0.00", // what is free exactly
        "1000, 401, 0.05",
        "1000, 600, 10.00",
    })
    void reactiveEnergyIsFreeWithTheUsage(String usage, String reactive, String amount) {
        ReactiveCharge charge =
                new ReactiveCharge("reactive", null, ALL_YEAR, Decimal.parse("0.4"), Decimal.parse("0.05"), "none", "");
        BillDeterminants use =
                BillDeterminants.of(fraction(usage)).with(Map.of(Determinant.REACTIVE_ENERGY, fraction(reactive)));
        assertThat(in(MARCH, 31, charge).rate(use).total()).isEqualTo(Money.parse(amount));
    }

    @Test
    void reactiveEnergyOfABandIsFreeWithItsUsage() {
        ReactiveCharge charge =
                new ReactiveCharge("reactive", "peak", ALL_YEAR, Decimal.parse("0.4"), Decimal.ONE, "none", "");
        BillDeterminants use = BillDeterminants.of(Map.of("peak", fraction("100"), "off", fraction("900")), Map.of())
                .withParts(Map.of(Determinant.REACTIVE_ENERGY, Map.of("peak", fraction("50"))));
        assertThat(in(MARCH, 31, charge).rate(use).total()).isEqualTo(Money.parse("10.00"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.90,  200.00",
        "0.91,  200.00",
        "0.89,  202.00",
        "0.895, 200.00", // a hundredth that is only begun
        "0.70,  240.00",
        "0.95,  200.00",
        "0.96,  199.00",
        "1,     195.00",
        "0.969, 199.00",
    })
    void aPercentageForEachHundredth(String factor, String amount) {
        FixedCharge named = new FixedCharge("meter", Decimal.of(200), ChargedPer.MONTH, "none", "");
        PowerFactorCharge charge = new PowerFactorCharge(
                "factor",
                Set.of("meter"),
                Decimal.parse("0.9"),
                Decimal.parse("0.01"),
                new PowerFactorBonus(Decimal.parse("0.95"), Decimal.parse("0.005")),
                "none",
                "");
        Rating rating = in(MARCH, 31, named, charge).rate(told(Determinant.POWER_FACTOR, factor));
        assertThat(rating.total()).isEqualTo(Money.parse(amount));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    /// What is not named bears nothing, and a minimum counts what comes on top.
    @Test
    void onlyWhatIsNamedBearsThePercentageAndAMinimumCountsIt() {
        FixedCharge named = new FixedCharge("meter", Decimal.of(200), ChargedPer.MONTH, "none", "");
        UnitCharge other = new UnitCharge("energy", Unit.CUBIC_METRE, ALL_YEAR, Decimal.ONE, "none", "");
        PowerFactorCharge charge = new PowerFactorCharge(
                "factor", Set.of("meter"), Decimal.parse("0.9"), Decimal.parse("0.01"), null, "none", "");
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(400), ChargedPer.MONTH, "none", "");
        BillDeterminants use =
                BillDeterminants.of(fraction("100")).with(Map.of(Determinant.POWER_FACTOR, fraction("0.8")));
        assertThat(in(MARCH, 31, named, other, charge, minimum).rate(use).netByComponent())
                .containsEntry("factor", Money.parse("20.00"))
                .containsEntry("minimum", Money.parse("80.00"));
    }

    @ParameterizedTest(name = "a power factor of {0}")
    @CsvSource({"0", "1.01", "90"})
    void noPowerFactorIsZeroOrAboveOne(String factor) {
        ResolvedTariff tariff = in(MARCH, 31, billed("0.9"));
        BillDeterminants use = drawing("1", Map.of(Determinant.POWER_FACTOR, fraction(factor)));
        assertThat(tariff.gap(use))
                .hasValueSatisfying(gap -> assertThat(gap.isMissing()).isFalse());
        assertThatThrownBy(() -> tariff.rate(use))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and at most 1");
    }

    @Test
    void whatIsNotToldIsNamedAndNotGuessed() {
        assertThat(in(MARCH, 31, subscribed(ChargedPer.MONTH)).gap(NOTHING))
                .hasValueSatisfying(gap -> assertThat(gap.determinant()).isEqualTo(Determinant.SUBSCRIBED_POWER));
        assertThatThrownBy(() -> in(MARCH, 31, billed("")).rate(NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("highest demand");
        ResolvedTariff reactive =
                in(MARCH, 31, new ReactiveCharge("reactive", null, ALL_YEAR, Decimal.ONE, Decimal.ONE, "none", ""));
        assertThatThrownBy(() -> Totals.of(reactive, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(reactive.tariff().isOfUsageAlone()).isFalse();
    }
}
