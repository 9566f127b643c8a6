package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// What registers of their own count: energy that was fed in, reactive energy, times above the subscribed power. A kWh
/// costs 1, one that was fed in is credited with 0.50; a kvarh above 0.4 of the kWh costs 0.05. Tax is 20 %.
class RegisterFactTest {
    private static final EnumSet<Month> ALL_YEAR = EnumSet.allOf(Month.class);
    private static final UnitCharge ENERGY =
            new UnitCharge("energy", Unit.KILOWATT_HOUR, ALL_YEAR, Decimal.ONE, "all", "");
    private static final ReactiveCharge REACTIVE =
            new ReactiveCharge("reactive", null, ALL_YEAR, Decimal.parse("0.4"), Decimal.parse("0.05"), "all", "");

    private static ExportCredit credit(@Nullable String band) {
        List<BlockTier> tiers = Mill.tiers("0.5");
        return new ExportCredit("feed-in", Unit.KILOWATT_HOUR, band, ALL_YEAR, true, tiers, "all", "");
    }

    private static final PowerFactorCharge FACTOR = new PowerFactorCharge(
            "poor-factor", Set.of("energy"), Decimal.parse("0.9"), Decimal.parse("0.01"), null, "all", "");

    private static Mill with(TariffComponent component) {
        return new Mill(ENERGY, component).reads("2026-04-01", 0).reads("2026-05-01", 1000);
    }

    private static String net(Mill mill) {
        return mill.bill("2026-05-01").amounts().net().toString();
    }

    @Test
    void whatItShowsAtTheEndLessTheBeginningIsTold() {
        Mill sunny = with(credit(null))
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "9000")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "9160");
        assertThat(net(sunny)).isEqualTo("920.00");
        Mill inductive = with(REACTIVE)
                .shows(Determinant.REACTIVE_ENERGY, "2026-04-01", "0")
                .shows(Determinant.REACTIVE_ENERGY, "2026-05-01", "460");
        assertThat(net(inductive)).isEqualTo("1003.00"); // 60 above 400
        Mill often = with(new OverrunCharge(
                        "overrun", Unit.EXCEEDANCE, null, ALL_YEAR, true, Decimal.ONE, Decimal.of(2), "all", ""))
                .shows(Determinant.EXCEEDANCES, "2026-04-01", "17")
                .shows(Determinant.EXCEEDANCES, "2026-05-01", "20");
        assertThat(net(often)).isEqualTo("1006.00");
    }

    /// A power factor of 0.8, ten hundredths below 0.9: one per cent of 1000 for each.
    @ParameterizedTest(name = "{0} kvarh: {1}")
    @CsvSource({"0, 1000.00", "484, 1000.00", "749, 1090.00", "750, 1100.00"})
    void aPowerFactorIsReckonedFromBothRegisters(String reactive, String net) {
        Mill inductive = with(FACTOR)
                .shows(Determinant.REACTIVE_ENERGY, "2026-04-01", "0")
                .shows(Determinant.REACTIVE_ENERGY, "2026-05-01", reactive);
        assertThat(net(inductive)).isEqualTo(net);
    }

    @Test
    void eachMonthHasItsOwnPowerFactor() {
        assertThat(twoMonths().bill("2026-06-01").segments())
                .extracting(segment -> segment.claimed().net().toString())
                .containsExactly("660.00", "400.00");
    }

    /// April had 600 kWh and 450 kvarh, May 400 and none.
    private static Mill twoMonths() {
        return new Mill(ENERGY, FACTOR)
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 600)
                .reads("2026-06-01", 1000)
                .wasBilled(BilledPeriod.unbilled(DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1))))
                .shows(Determinant.REACTIVE_ENERGY, "2026-04-01", "0")
                .shows(Determinant.REACTIVE_ENERGY, "2026-05-01", "450")
                .shows(Determinant.REACTIVE_ENERGY, "2026-06-01", "450");
    }

    /// In one lump 1000 kWh and 450 kvarh are a power factor of 0.91, and nothing is poor.
    @Test
    void theProofLumpsBothRegisters() {
        DraftBill bill = twoMonths().bill("2026-06-01");
        assertThat(bill.basis()).isInstanceOfSatisfying(Basis.OnReading.class, on -> {
            assertThat(on.settlement().proof().monthWise()).isEqualTo(Money.parse("1272.00")); // 1060 x 1.2
            assertThat(on.settlement().proof().lump()).isEqualTo(Money.parse("1200.00"));
        });
    }

    @Test
    void aPowerFactorWithoutARegisterIsHeldWithItsDay() {
        assertThat(hold(with(FACTOR).shows(Determinant.REACTIVE_ENERGY, "2026-04-01", "0"))
                        .found())
                .endsWith("asks for the reactive-energy of 2026-04-01/2026-05-01, and what its register shows on"
                        + " 2026-05-01 is not known: write it down (`./taswiya agreement fact`)");
    }

    /// What is billed is not what was drawn.
    @Test
    void aPowerFactorWhereEnergyIsNettedIsHeld() {
        NetMetering netting = new NetMetering("own-energy", Unit.KILOWATT_HOUR, null, false, "all", "");
        Mill sunny = new Mill(ENERGY, FACTOR, netting).reads("2026-04-01", 0).reads("2026-05-01", 1000);
        assertThat(hold(sunny).found()).contains("power-factor of each period", "price it by `./taswiya rate`");
    }

    @Test
    void moreFedInThanUsedIsBelowZero() {
        Mill sunny = with(credit(null))
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "0")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "2500");
        assertThat(sunny.bill("2026-05-01").total()).isEqualTo(Money.parse("-300.00"));
    }

    /// Days between two months are no part of what is told of either.
    @Test
    void whatItShowsInBetweenCountsForNothing() {
        Mill sunny = with(credit(null))
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "9000")
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-17", "9100")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "9160");
        assertThat(sunny.bill("2026-05-01").segments().getFirst().rating().lines())
                .extracting(line -> line.component() + " " + line.quantity())
                .containsExactly("energy 1000", "feed-in 160");
    }

    /// It showed 9260 and not 9160: April gets 50 more, and May as much less.
    @Test
    void aValueThatIsCorrectedSettles() {
        Mill first = with(credit(null))
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "9000")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "9160");
        DateRange april = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
        DraftBill may = with(credit(null))
                .reads("2026-06-01", 1600)
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "9000")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "9260")
                .shows(Determinant.EXPORTED_ENERGY, "2026-06-01", "9400")
                .wasBilled(BilledPeriod.actual(
                        april, Decimal.of(1000), first.bill("2026-05-01").amounts()))
                .bill("2026-06-01");
        assertThat(may.segments())
                .extracting(segment -> segment.claimed().net())
                .containsExactly(Money.parse("-50"), Money.parse("530"));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | what its register shows on 2026-04-01 is not known: write it down",
                "5 | - | what its register shows on 2026-05-01 is not known: write it down",
                "- | 5 | what its register shows on 2026-04-01 is not known: write it down",
                "5 | 4 | its register went back from 5 to 4",
            })
    void whatNobodyWroteDownIsHeldWithItsDay(@Nullable String first, @Nullable String last, String found) {
        Mill mill = with(credit(null));
        if (first != null) {
            mill.shows(Determinant.EXPORTED_ENERGY, "2026-04-01", first);
        }
        if (last != null) {
            mill.shows(Determinant.EXPORTED_ENERGY, "2026-05-01", last);
        }
        Hold hold = hold(mill);
        assertThat(hold.reason()).isEqualTo(HoldReason.NOT_COUNTED);
        assertThat(hold.found())
                .startsWith("tariff mill/electricity asks for the exported-energy of 2026-04-01/2026-05-01, and ")
                .contains(found);
    }

    /// One register says nothing of the hour.
    @Test
    void whatIsAskedForByBandIsHeld() {
        Mill sunny = with(credit("peak"))
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", "0")
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", "10");
        assertThat(hold(sunny).found()).contains("exported-energy of each time band", "leave `band` out of the price");
    }

    /// Intervals of kWh say nothing of what does no work.
    @Test
    void demandInKilovoltAmperesIsHeld() {
        DemandCharge apparent = new DemandCharge(
                "demand", Unit.KILOVOLT_AMPERE, DemandBands.WHOLE, ALL_YEAR, Mill.tiers("40"), "all", "");
        assertThat(hold(with(apparent)).found())
                .contains("asks for demand in kVA, and intervals of kWh tell kW: state the price by the kW");
    }

    private static Hold hold(Mill mill) {
        return ((HeldAgreement) mill.billed("2026-05-01")).holds().getFirst();
    }
}
