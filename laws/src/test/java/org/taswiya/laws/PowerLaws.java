package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandTotals;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandFloor;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.laws.reference.Ratio;

/// Charges on power cost what the published rule says, reckoned with plain ratios.
class PowerLaws {

    @Property(tries = 2_000)
    void costWhatTheRuleSays(@ForAll("drawn") DrawnPower drawn) {
        Rating rating = rate(drawn);
        assertThat(AsReference.unrounded(rating, "subscribed")).isEqualByComparingTo(subscribed(drawn));
        assertThat(AsReference.unrounded(rating, "overrun")).isEqualByComparingTo(overrun(drawn));
        assertThat(AsReference.unrounded(rating, "billed")).isEqualByComparingTo(billed(drawn));
        assertThat(AsReference.unrounded(rating, "reactive")).isEqualByComparingTo(reactive(drawn));
        assertThat(AsReference.unrounded(rating, "factor")).isEqualByComparingTo(factor(drawn));
        Statistics.label("overrun").collect(overrun(drawn).signum());
        Statistics.label("a floor holds").collect(floors(drawn).compareTo(raised(drawn)) > 0);
        Statistics.label("poor").collect(factor(drawn).signum());
    }

    /// Every line tells how it came about.
    @Property(tries = 1_000)
    void aLineIsItsQuantityAtItsPrice(@ForAll("drawn") DrawnPower drawn) {
        assertThat(rate(drawn).lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    @Property(tries = 1_000)
    void moreDemandNeverCostsLess(@ForAll("drawn") DrawnPower drawn) {
        Rating higher = rate(drawn.at(drawn.peak().plus(Ratio.of(1, 3))));
        Rating lower = rate(drawn);
        for (String code : List.of("overrun", "billed")) {
            assertThat(AsReference.unrounded(higher, code)).isGreaterThanOrEqualTo(AsReference.unrounded(lower, code));
        }
        assertThat(AsReference.unrounded(higher, "subscribed"))
                .isEqualByComparingTo(AsReference.unrounded(lower, "subscribed"));
    }

    @Property(tries = 1_000)
    void aBetterFactorNeverCostsMore(@ForAll("drawn") DrawnPower drawn) {
        Rating poor = rate(drawn);
        Rating good = rate(drawn.good());
        assertThat(good.unrounded().total())
                .isLessThanOrEqualTo(poor.unrounded().total());
        assertThat(AsReference.unrounded(good, "reactive").signum()).isZero();
        assertThat(AsReference.unrounded(good, "factor").signum()).isZero();
    }

    /// What is subscribed to is time alone: days/30 makes two parts of a period the whole of it.
    @Property(tries = 500)
    void subscribedPowerIsNoMatterOfHowAPeriodIsSplit(@ForAll("drawn") DrawnPower drawn) {
        Tariff tariff = tariff(Proration.DAYS_30, List.of(drawn.subscribed()));
        DateRange whole = period(drawn.lasting(drawn.days() + 1));
        LocalDate middle = whole.from().plusDays(1 + drawn.days() / 2);
        Ratio split = Ratio.ZERO;
        for (DateRange part : List.of(DateRange.of(whole.from(), middle), DateRange.of(middle, whole.to()))) {
            split = split.plus(AsReference.unrounded(tariff.resolve(part, 1).rate(use(drawn)), "subscribed"));
        }
        assertThat(AsReference.unrounded(tariff.resolve(whole, 1).rate(use(drawn)), "subscribed"))
                .isEqualByComparingTo(split);
    }

    /// A day of a leap year more is no month more.
    @Property(tries = 200)
    void februaryIsAMonthInEveryYear(@ForAll("drawn") DrawnPower drawn) {
        assertThat(AsReference.unrounded(rate(drawn.lasting(28)), "subscribed"))
                .isEqualByComparingTo(AsReference.unrounded(rate(drawn.lasting(29)), "subscribed"));
    }

    /// Where nothing but demand is asked for, totals without lines are those with them.
    @Property(tries = 1_000)
    void costAsMuchWithoutLines(@ForAll("drawn") DrawnPower drawn) {
        BilledDemandCharge least = new BilledDemandCharge(
                "billed",
                Unit.KILOWATT,
                drawn.billed().months(),
                null,
                List.of(new DemandFloor.Amount(Decimal.of(17))),
                drawn.billed().tiers(),
                "none",
                "");
        ResolvedTariff tariff = tariff(Proration.NONE, List.of(least)).resolve(period(drawn), 1);
        long steps = drawn.peak().times(Ratio.of(1_000, 1)).floor().longValueExact();
        BillDeterminants use =
                BillDeterminants.of(Map.of("all", Fraction.ZERO), Map.of("all", Fraction.of(steps, 1_000)));
        BandTotals totals = BandTotals.of(new BandTotals.Asked(tariff, List.of("all"), 3, List.of("all"), 3));
        assertThat(totals.total(new long[] {0}, new long[] {steps}))
                .isEqualTo(tariff.rate(use).total().minorUnits());
    }

    private static Ratio subscribed(DrawnPower drawn) {
        Ratio months =
                drawn.subscribed().per() == ChargedPer.YEAR ? drawn.months().times(Ratio.of(1, 12)) : drawn.months();
        return AsReference.ladder(drawn.subscribed().tiers(), drawn.power()).times(months);
    }

    private static Ratio overrun(DrawnPower drawn) {
        Ratio over =
                drawn.peak().minus(drawn.power().times(Ratio.of(drawn.overrun().allowed())));
        return over.signum() <= 0
                ? Ratio.ZERO
                : over.times(Ratio.of(drawn.overrun().price()))
                        .times(drawn.months())
                        .times(drawn.share(drawn.overrun().months()));
    }

    private static Ratio raised(DrawnPower drawn) {
        Decimal threshold = drawn.billed().powerFactor();
        Ratio factor = Ratio.of(drawn.hundredths(), 100);
        boolean isPoor = threshold != null && factor.compareTo(Ratio.of(threshold)) < 0;
        return isPoor && threshold != null
                ? drawn.peak().times(Ratio.of(threshold)).over(factor)
                : drawn.peak();
    }

    private static Ratio floors(DrawnPower drawn) {
        Ratio highest = Ratio.ZERO;
        for (DemandFloor floor : drawn.billed().floors()) {
            Ratio one = switch (floor) {
                case DemandFloor.Amount amount -> Ratio.of(amount.least());
                case DemandFloor.OfSubscribed of -> drawn.power().times(Ratio.of(of.share()));
                case DemandFloor.OfPast past -> ofPast(past, drawn);
            };
            highest = one.compareTo(highest) > 0 ? one : highest;
        }
        return highest;
    }

    private static Ratio ofPast(DemandFloor.OfPast floor, DrawnPower drawn) {
        Ratio highest = Ratio.ZERO;
        for (int back = 1; back <= floor.lookBack(); back++) {
            YearMonth month = YearMonth.from(drawn.from()).minusMonths(back);
            Ratio one = Objects.requireNonNull(drawn.past().get(month));
            if (floor.among().contains(month.getMonth()) && one.compareTo(highest) > 0) {
                highest = one;
            }
        }
        return highest.times(Ratio.of(floor.share()));
    }

    private static Ratio billed(DrawnPower drawn) {
        Ratio demand = raised(drawn).compareTo(floors(drawn)) > 0 ? raised(drawn) : floors(drawn);
        return AsReference.ladder(drawn.billed().tiers(), demand)
                .times(drawn.months())
                .times(drawn.share(drawn.billed().months()));
    }

    private static Ratio reactive(DrawnPower drawn) {
        Ratio over = drawn.kvarh()
                .minus(drawn.usage().times(Ratio.of(drawn.reactive().tanPhi())));
        return over.signum() <= 0
                ? Ratio.ZERO
                : over.times(Ratio.of(drawn.reactive().price()))
                        .times(drawn.share(drawn.reactive().months()));
    }

    private static Ratio factor(DrawnPower drawn) {
        int below = drawn.factor().below().toBigDecimal().movePointRight(2).intValueExact();
        int poor = Math.max(0, below - drawn.hundredths());
        return subscribed(drawn).times(Ratio.of(drawn.factor().rate())).times(Ratio.of(poor, 1));
    }

    private static DateRange period(DrawnPower drawn) {
        return DateRange.of(drawn.from(), drawn.from().plusDays(drawn.days()));
    }

    private static Rating rate(DrawnPower drawn) {
        List<TariffComponent> components =
                List.of(drawn.subscribed(), drawn.overrun(), drawn.billed(), drawn.reactive(), drawn.factor());
        return tariff(Proration.NONE, components).resolve(period(drawn), 1).rate(use(drawn));
    }

    private static BillDeterminants use(DrawnPower drawn) {
        Map<Determinant, Fraction> told = new EnumMap<>(Determinant.class);
        told.put(Determinant.SUBSCRIBED_POWER, AsReference.fraction(drawn.power()));
        told.put(Determinant.REACTIVE_ENERGY, AsReference.fraction(drawn.kvarh()));
        told.put(Determinant.POWER_FACTOR, Fraction.of(drawn.hundredths(), 100));
        Map<String, Fraction> past = new LinkedHashMap<>();
        drawn.past().forEach((month, highest) -> past.put(month.toString(), AsReference.fraction(highest)));
        return BillDeterminants.of(
                        Map.of("all", AsReference.fraction(drawn.usage())),
                        Map.of("all", AsReference.fraction(drawn.peak())))
                .with(told)
                .withParts(Map.of(Determinant.PAST_DEMAND, past));
    }

    private static Tariff tariff(Proration proration, List<? extends TariffComponent> components) {
        return new Tariff(
                "x/power",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                0,
                List.of(new TariffVersion(LocalDate.MIN, null, proration, false, List.copyOf(components))),
                List.of(new ValueAddedTax(
                        "VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.14"))), "")));
    }

    @Provide
    Arbitrary<DrawnPower> drawn() {
        return Tapes.tapes().map(tape -> DrawnPower.draw(new Choices(tape)));
    }
}
