package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PowerComponent;
import org.taswiya.core.tariff.TariffComponent;

/// Bills of a mill whose tariff asks for time bands, demand and the size of its meter. A day of 60 kWh by day, 30 at
/// night and 10 at peak costs 54 + 18 + 12 = 84.
class MoreThanUsageTest {
    private static Mill mill() {
        return new Mill(Mill.BANDS, Mill.DEMAND, Mill.METER).hasMeter("2026-01-01", 15);
    }

    private static DateRange month(int month) {
        LocalDate from = LocalDate.of(2026, month, 1);
        return DateRange.of(from, from.plusMonths(1));
    }

    private static List<String> lines(BillSegment segment) {
        return segment.rating().lines().stream().map(MoreThanUsageTest::line).toList();
    }

    private static String line(ChargeLine line) {
        return line.component() + (line.band() == null ? "" : " " + line.band()) + ": " + line.quantity() + " x "
                + line.price() + line.dayShare().map(share -> " x " + share).orElse("") + " = " + line.amount();
    }

    @Test
    void aMonthIsBilledByBandsPeakAndMeter() {
        DraftBill bill = mill().reads("2026-04-01", 1000)
                .reads("2026-05-01", 4000)
                .counts("2026-04-01", "2026-05-01", "60", "30", "10", "3.125") // a quarter of an hour: 12.5 kW
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst()))
                .containsExactly(
                        "energy day: 1800 x 0.9 = 1620.00",
                        "energy night: 900 x 0.6 = 540.00",
                        "energy peak: 300 x 1.2 = 360.00",
                        "demand: 25/2 x 40 = 500.00",
                        "meter-rental: 1 x 24 = 24.00");
        assertThat(bill.total()).isEqualTo(Money.parse("3652.80")); // 3044 and a fifth of it
    }

    /// The dial says how much: 3030 is one in a hundred more than intervals say, and each band has its share of it.
    @Test
    void theDialSaysHowMuchAndIntervalsWhen() {
        DraftBill bill = mill().reads("2026-04-01", 1000)
                .reads("2026-05-01", 4030)
                .counts("2026-04-01", "2026-05-01", "60", "30", "10", "1")
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst()))
                .contains(
                        "energy day: 1818 x 0.9 = 1636.20",
                        "energy night: 909 x 0.6 = 545.40",
                        "energy peak: 303 x 1.2 = 363.60");
    }

    /// As a version of the tariff that changes: the whole month at each price, and of it the days.
    @Test
    void aMeterChangedInTheMonthIsChargedByDays() {
        DraftBill bill = new Mill(Mill.METER)
                .hasMeter("2026-01-01", 15)
                .hasMeter("2026-04-11", 20)
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 0)
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst()))
                .containsExactly("meter-rental: 1 x 24 x 10/30 = 8.00", "meter-rental: 1 x 60 x 20/30 = 40.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same meter,           2026-04-11, 15, 24.00",
        "on the first day,         2026-04-01, 20, 60.00",
        "after the last,           2026-05-01, 20, 24.00",
        "on the last,              2026-04-30, 20, 25.20", // 23.20 and 2.00
    })
    void aFactHoldsFromItsDayOn(String trap, String from, long size, String amount) {
        DraftBill bill = new Mill(Mill.METER)
                .hasMeter("2026-01-01", 15)
                .hasMeter(from, size)
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 0)
                .bill("2026-05-01");
        assertThat(bill.amounts().net()).isEqualTo(Money.parse(amount));
    }

    /// An estimate of 3000 by the bands of intervals that were estimated, then a reading and intervals that were
    /// counted: the rest is a subtraction, and the intervals say what each month used.
    @Test
    void whatIsReadAndCountedLaterSettlesTheEstimate() {
        Mill estimated = mill().reads("2026-04-01", 1000)
                .used(new Usage(month(3), Decimal.of(3100), UsageQuality.ACTUAL))
                .counts("2026-04-01", "2026-05-01", "60", "30", "10", "1", 96);
        DraftBill first = estimated.bill("2026-05-01");
        assertThat(first.segments().getFirst().usage()).isEqualTo(Decimal.of(3000));
        // 60 % by day, 30 % at night, 10 % at peak; 4 kW: 1620 + 540 + 360 + 160 + 24
        assertThat(first.amounts().net()).isEqualTo(Money.parse("2704"));

        DraftBill second = mill().reads("2026-04-01", 1000)
                .reads("2026-06-01", 6645)
                .counts("2026-04-01", "2026-05-01", "50", "30", "10", "1.5")
                .counts("2026-05-01", "2026-06-01", "70", "20", "5", "2")
                .wasBilled(BilledPeriod.estimated(month(4), Decimal.of(3000), first.amounts()))
                .bill("2026-06-01");
        // April 2700: 1350 + 540 + 360 + 240 + 24; May 2945: 1953 + 372 + 186 + 320 + 24
        assertThat(second.segments())
                .extracting(BillSegment::usage)
                .containsExactly(Decimal.of(2700), Decimal.of(2945));
        assertThat(second.segments())
                .extracting(segment -> segment.claimed().net())
                .containsExactly(Money.parse("-190"), Money.parse("2855")); // 2514 less 2704
        assertThat(second.basis()).isInstanceOfSatisfying(DraftBill.Basis.OnReading.class, basis -> {
            Proof proof = basis.settlement().proof();
            assertThat(proof.monthWise()).isEqualTo(Money.parse("6442.80")); // 5369 and a fifth of it
            assertThat(proof.cheapest().total()).isLessThanOrEqualTo(proof.monthWise());
            assertThat(proof.dearest().total()).isGreaterThanOrEqualTo(proof.monthWise());
        });
    }

    /// What was billed on intervals that were wrong: one day at night and not by day.
    @Test
    void intervalsThatAreCorrectedSettle() {
        Mill mill = mill().reads("2026-04-01", 1000).reads("2026-05-01", 4000).reads("2026-06-01", 7100);
        mill.counts("2026-04-01", "2026-06-01", "60", "30", "10", "1");
        DraftBill april = mill().reads("2026-04-01", 1000)
                .reads("2026-05-01", 4000)
                .counts("2026-04-01", "2026-05-01", "60", "30", "10", "1")
                .bill("2026-05-01");
        mill.wasBilled(BilledPeriod.actual(month(4), Decimal.of(3000), april.amounts()))
                .counts("2026-04-09", "2026-04-10", "0", "90", "10", "1");
        DraftBill may = mill.bill("2026-06-01");
        assertThat(may.segments().getFirst().claimed().byComponent().orElseThrow())
                .containsEntry("energy", Money.parse("-18")); // 60 kWh at 0.60 and not at 0.90
        assertThat(may.segments().getFirst().claimed().net()).isEqualTo(Money.parse("-18"));
    }

    private static Hold hold(Mill mill) {
        return ((HeldAgreement) mill.billed("2026-05-01")).holds().getFirst();
    }

    private static Mill read() {
        return mill().reads("2026-04-01", 1000).reads("2026-05-01", 4000);
    }

    @Test
    void whatNobodyKnowsIsHeldAndNamed() {
        assertThat(hold(read()).found()).contains("no calendar that its book names says when each of them is");
        assertThat(hold(read().hasCalendar()).found())
                .isEqualTo("tariff mill/electricity asks for the time bands day, night, peak; its device has no"
                        + " register named for each, and the intervals of 2026-04-01 are not known: load them"
                        + " (`./taswiya intervals load`)");
        Mill cutOff = read().hasCalendar()
                .counts("2026-04-01", "2026-04-20", "60", "30", "10", "1")
                .counts("2026-04-21", "2026-05-01", "60", "30", "10", "1");
        assertThat(hold(cutOff).found()).contains("the intervals of 2026-04-20 are not known");
        Mill unmetered = new Mill(Mill.METER)
                .hasMeter("2026-04-03", 15)
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 0);
        assertThat(hold(unmetered).found())
                .contains("asks on 2026-04-01 for the meter-size: found nothing, but meter-rental is charged by it");
        Mill unpriced = new Mill(Mill.METER)
                .hasMeter("2026-01-01", 15)
                .hasMeter("2026-04-09", 25)
                .reads("2026-04-01", 0)
                .reads("2026-05-01", 0);
        assertThat(hold(unpriced).found()).contains("asks on 2026-04-09 for the meter-size: found 25");
        assertThat(List.of(hold(read()), hold(cutOff), hold(unmetered), hold(unpriced)))
                .extracting(Hold::reason)
                .containsOnly(HoldReason.NOT_COUNTED);
    }

    /// What nobody has written down is not left out of the price.
    @Test
    void aPowerFactorOfWhichNothingIsKnownIsHeld() {
        TariffComponent reactive = new PowerComponent.PowerFactorCharge(
                "power-factor", Set.of("energy"), Decimal.parse("0.8"), Decimal.parse("0.5"), null, "all", "");
        Mill mill = new Mill(Mill.BANDS, reactive).reads("2026-04-01", 1000).reads("2026-05-01", 4000);
        assertThat(hold(mill.counts("2026-04-01", "2026-05-01", "60", "30", "10", "1"))
                        .found())
                .startsWith("tariff mill/electricity asks for the reactive-energy of 2026-04-01/2026-05-01, and what"
                        + " its register shows on 2026-04-01 is not known");
    }

    @Test
    void aBandWithoutAPriceIsHeld() {
        Mill mill = new Mill(new TariffComponent.BandCharge(
                        "energy", Unit.KILOWATT_HOUR, Mill.BANDS.bands().subList(0, 2), "all", ""))
                .reads("2026-04-01", 1000)
                .reads("2026-05-01", 4000);
        assertThat(hold(mill.counts("2026-04-01", "2026-05-01", "60", "30", "10", "1"))
                        .found())
                .contains("has no price for the time band peak, in which 300 were counted");
        assertThat(mill.counts("2026-04-01", "2026-05-01", "60", "40", "0", "1")
                        .bill("2026-05-01")
                        .amounts()
                        .net())
                .isEqualTo(Money.parse("2340"));
    }

    /// One in a hundred and two steps of the dial are no difference, where nothing was estimated.
    @ParameterizedTest(name = "{0} on the dial, {1} intervals of a day estimated: {2}")
    @CsvSource({"4032, 0, true", "4033, 0, false", "2969, 0, true", "2968, 0, false", "4500, 1, true"})
    void intervalsThatCountSomethingElseThanTheDialAreHeld(long dial, int estimated, boolean isBilled) {
        Mill mill = mill().reads("2026-04-01", 1000)
                .reads("2026-05-01", dial)
                .counts("2026-04-01", "2026-05-01", "60", "30", "10", "1", estimated);
        if (dial < 3000) {
            mill = mill().reads("2026-04-01", 0)
                    .reads("2026-05-01", dial)
                    .counts("2026-04-01", "2026-05-01", "60", "30", "10", "1", estimated);
        }
        assertThat(mill.billed("2026-05-01") instanceof HeldAgreement).isEqualTo(!isBilled);
    }

    /// Nothing used is nothing to share out; what has a price of time is due.
    @Test
    void aMillThatStandsStillPaysForItsMeter() {
        DraftBill bill = mill().reads("2026-04-01", 1000)
                .reads("2026-05-01", 1000)
                .counts("2026-04-01", "2026-05-01", "0", "0", "0", "0")
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst())).containsExactly("meter-rental: 1 x 24 = 24.00");
    }
}
