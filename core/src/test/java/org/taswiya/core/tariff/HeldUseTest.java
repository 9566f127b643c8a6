package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// Peak 0-100 of all usage at 2, above at 4; off at 1. Demand 0-10 at 3, above at 5.
class HeldUseTest {
    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final BandCharge BANDS = new BandCharge(
            "energy",
            Unit.KILOWATT_HOUR,
            List.of(
                    new BandLadder("peak", BoundBasis.MONTH, List.of(tier(100, 2), tier(null, 4))),
                    new BandLadder("off", BoundBasis.MONTH, List.of(tier(null, 1)))),
            "none",
            "");
    private static final DemandCharge DEMAND = new DemandCharge(
            "demand",
            Unit.KILOWATT,
            DemandBands.WHOLE,
            EnumSet.allOf(Month.class),
            List.of(tier(10, 3), tier(null, 5)),
            "none",
            "");

    /// A quarter of 40 in the peak, at 2 kW.
    private static final BillDeterminants USE = new BillDeterminants(
            Fraction.of(40),
            Map.of("peak", Fraction.of(10), "off", Fraction.of(30)),
            Map.of("", Fraction.of(2)),
            Map.of());

    private static BlockTier tier(@Nullable Integer upTo, int price) {
        return new BlockTier(
                upTo == null ? null : Decimal.of(upTo), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(price));
    }

    private static ResolvedTariff resolved(TariffComponent... components) {
        return tariff(components).resolve(DateRange.of(START, START.plusMonths(1)), 1);
    }

    private static Tariff tariff(TariffComponent... components) {
        return new Tariff(
                "x/held",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(START, null, Proration.NONE, false, List.of(components))),
                List.of(new ValueAddedTax("VAT", "none", List.of(new DatedRate(START, Decimal.ZERO)), "")));
    }

    private static List<String> pieces(ResolvedTariff tariff, HeldUse held) {
        return PriceCurve.find(tariff, held).orElseThrow().pieces().stream()
                .map(piece -> piece.from() + " " + piece.to() + " "
                        + piece.cost().toText(2) + " " + piece.marginal().toText(2))
                .toList();
    }

    /// A quarter at 2 and three at 1; above 100 a quarter at 4. The demand of 12 kW is 30 and 10 at any usage.
    @Test
    void usageIsSharedAndDemandStays() {
        assertThat(pieces(resolved(BANDS, DEMAND), HeldUse.withDemand(USE, Map.of("", Fraction.of(12)))))
                .containsExactly("0 100 40.00 1.25", "100 null 165.00 1.75");
    }

    /// 2 kW for 40 kWh: 1 kW for 20, so that 10 kW are reached at 200.
    @Test
    void demandGrowsWithTheUsageAsTheLoadFactorSays() {
        assertThat(pieces(resolved(BANDS, DEMAND), HeldUse.withLoad(USE)))
                .containsExactly(
                        "0 100 0.00 1.40", // 1.25 + 3 / 20
                        "100 200 140.00 1.90",
                        "200 null 330.00 2.00"); // 1.75 + 5 / 20
    }

    /// No less than 5 kW, which 100 kWh reach: 0.05 kW each at 3, and above 10 kW at 5.
    @Test
    void aBilledDemandBendsWhereItReachesItsFloor() {
        BilledDemandCharge billed = new BilledDemandCharge(
                "demand",
                Unit.KILOWATT,
                EnumSet.allOf(Month.class),
                null,
                List.of(new DemandFloor.Amount(Decimal.of(5))),
                List.of(tier(10, 3), tier(null, 5)),
                "none",
                "");
        assertThat(pieces(resolved(billed), HeldUse.withLoad(USE)))
                .containsExactly("0 100 15.00 0.00", "100 200 15.00 0.15", "200 null 30.00 0.25");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0, 39, 100, 101, 200, 1000})
    void theCurveCostsWhatTheWholeUseIsRatedAt(int usage) {
        Fraction all = Fraction.of(usage);
        BillDeterminants grown = new BillDeterminants(
                all,
                Map.of("peak", all.times(Fraction.of(1, 4)), "off", all.times(Fraction.of(3, 4))),
                Map.of("", all.times(Fraction.of(1, 20))),
                Map.of());
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(50), ChargedPer.MONTH, "none", "");
        ResolvedTariff tariff = resolved(BANDS, DEMAND, minimum);
        assertThat(PriceCurve.find(tariff, HeldUse.withLoad(USE)).orElseThrow().at(all))
                .isEqualByComparingTo(tariff.rate(grown).unrounded().total());
    }

    @Test
    void eachBandHasACurveOfItsOwnWithNothingInTheOthers() {
        Tariff tariff = tariff(BANDS, DEMAND);
        List<HeldUse> each = HeldUse.eachBand(tariff, Map.of("", Fraction.ONE));
        assertThat(each).extracting(HeldUse::band).containsExactly("off", "peak");
        ResolvedTariff resolved = resolved(BANDS, DEMAND);
        assertThat(pieces(resolved, each.getFirst())).containsExactly("0 null 3.00 1.00");
        assertThat(pieces(resolved, each.getLast())).containsExactly("0 100 3.00 2.00", "100 null 203.00 4.00");
    }

    /// At 200 peak has 50, half of it above: 25 x 2 + 25 x 4 + 150. With one more in the peak 51 of 201 are.
    @Test
    void oneMoreUnitInOneBandAlone() {
        Fraction peak = Fraction.of(51)
                .times(Fraction.of(200 + 404, 201))
                .plus(Fraction.of(150))
                .minus(Fraction.of(300));
        Map<String, Fraction> next = HeldUse.withLoad(USE).nextUnits(resolved(BANDS, DEMAND), Fraction.of(200));
        assertThat(next.get("peak")).isEqualByComparingTo(peak);
        assertThat(next).containsOnlyKeys("off", "peak");
    }

    @Test
    void whatIsNotHeldIsMissing() {
        ResolvedTariff tariff = resolved(BANDS, DEMAND);
        assertThat(HeldUse.NOTHING.missing(tariff))
                .hasValue("the usage of each time band (off, peak); the highest demand");
        assertThat(HeldUse.withLoad(USE).missing(tariff)).isEmpty();
        BillDeterminants other =
                new BillDeterminants(Fraction.ONE, Map.of("night", Fraction.ONE), Map.of("", Fraction.ONE), Map.of());
        assertThat(HeldUse.withLoad(other).missing(tariff)).hasValue("time bands off, peak and none of the name night");
    }

    /// Own energy of 30 comes off first; what is left is in blocks.
    @Test
    void belowOwnEnergyMoreCostsNothing() {
        NetMetering netting = new NetMetering("own", Unit.KILOWATT_HOUR, null, false, "none", "");
        TariffComponent.BlockCharge blocks = new TariffComponent.BlockCharge(
                "energy", Unit.KILOWATT_HOUR, false, List.of(tier(10, 2), tier(null, 3)), "none", "");
        BillDeterminants use = BillDeterminants.of(Fraction.of(40))
                .with(Map.of(Determinant.EXPORTED_ENERGY, Fraction.of(20), Determinant.CARRIED_IN, Fraction.of(10)));
        assertThat(pieces(resolved(netting, blocks), HeldUse.withLoad(use)))
                .containsExactly("0 30 0.00 0.00", "30 40 0.00 2.00", "40 null 20.00 3.00");
    }

    /// By registers the power factor is another at every usage.
    @Test
    void whatIsNoStraightLineIsNoCurve() {
        PowerFactorCharge penalty = new PowerFactorCharge(
                "penalty", Set.of("energy"), Decimal.parse("0.8"), Decimal.parse("0.02"), null, "none", "");
        Map<Determinant, Fraction> reactive = Map.of(Determinant.REACTIVE_ENERGY, Fraction.of(50));
        Map<Determinant, Fraction> told = Map.of(Determinant.POWER_FACTOR, Fraction.of(3, 4));
        ResolvedTariff tariff = resolved(BANDS, penalty);
        assertThat(PriceCurve.find(tariff, HeldUse.withLoad(USE.with(reactive))))
                .isEmpty();
        assertThat(pieces(tariff, HeldUse.withLoad(USE.with(told))).getFirst())
                .isEqualTo("0 100 0.00 1.38"); // 1.25 x 1.1: five hundredths
    }
}
