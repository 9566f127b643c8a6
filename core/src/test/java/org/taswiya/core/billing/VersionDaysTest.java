package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent;

/// A June of 300 kWh whose prices change inside it: what each version asks for is asked of its own days.
class VersionDaysTest {
    private static Mill june(Mill mill) {
        return mill.reads("2026-06-01", 0).reads("2026-07-01", 300);
    }

    private static TariffComponent[] charged(boolean isOfDemand) {
        return isOfDemand
                ? new TariffComponent[] {OtherVersionsTest.PLAIN, Mill.DEMAND}
                : new TariffComponent[] {OtherVersionsTest.PLAIN};
    }

    /// 300 x 2, and half a month's demand: 4 kW before the 16th, 8 kW after.
    @ParameterizedTest
    @CsvSource({"false, 760", "true, 680"})
    void theHighestDemandIsOfTheDaysThatChargeIt(boolean isChargedFirst, String net) {
        Mill mill = june(new Mill(charged(isChargedFirst)).charges("2026-06-16", charged(!isChargedFirst)))
                .counts("2026-06-01", "2026-06-16", "5", "3", "2", "1")
                .counts("2026-06-16", "2026-07-01", "5", "3", "2", "2");
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse(net));
    }

    /// Those that charge none need not be known.
    @ParameterizedTest
    @CsvSource({"false, 2026-06-16, 2026-07-01", "true, 2026-06-01, 2026-06-16"})
    void andNoOthersNeedIntervals(boolean isChargedFirst, String from, String to) {
        Mill mill = june(new Mill(charged(isChargedFirst)).charges("2026-06-16", charged(!isChargedFirst)));
        assertThat(mill.billed("2026-07-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found())
                                .contains("the intervals of " + from + " are not known"));
        mill.counts(from, to, "5", "3", "2", "1");
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("680"));
    }

    /// Bands until the 16th without a calendar that ends then: 300 x 0.9 for half a month, whatever is counted later,
    /// and 300 x 2 for the rest.
    @Test
    void bandsThatEndAreSharedOutAsTheirDaysWere() {
        Mill mill = june(new Mill(Mill.BANDS).charges("2026-06-16", OtherVersionsTest.PLAIN))
                .hasCalendar()
                .counts("2026-06-01", "2026-06-16", "10", "0", "0", "1");
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("435"));
        mill.counts("2026-06-16", "2026-07-01", "0", "0", "10", "1");
        assertThat(mill.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("435"));
    }

    /// Registers know no calendar: of the month each band has what its register counted, on whatever day one changes.
    @Test
    void aNewCalendarHasNoBearingOnRegisters() {
        Mill mill = new Mill(Mill.BANDS)
                .hasCalendar()
                .hasCalendar(LocalDate.of(2026, 6, 11), 9)
                .hasRegister(register("day", 0, 100, 150))
                .hasRegister(register("night", 0, 0, 90))
                .hasRegister(register("peak", 0, 0, 60));
        DraftBill bill = mill.bill("2026-07-01"); // 150 x 0.9 + 90 x 0.6 + 60 x 1.2
        assertThat(bill.amounts().net()).isEqualTo(Money.parse("261"));
        assertThat(bill.segments().getFirst().rating().lines()).hasSize(3);
    }

    /// The peak ends with the prices of the 16th, and its register has counted: no price of theirs has it.
    @Test
    void aRegisterOfABandThatIsPricedNoMoreHolds() {
        Mill mill = new Mill(Mill.BANDS)
                .charges("2026-06-16", VersionDaysLaws.HALVES)
                .hasRegister(register("day", 0, 100, 150))
                .hasRegister(register("night", 0, 0, 90))
                .hasRegister(register("peak", 0, 0, 60));
        assertThat(mill.billed("2026-07-01"))
                .isInstanceOfSatisfying(
                        HeldAgreement.class,
                        held -> assertThat(held.holds().getFirst().found())
                                .isEqualTo(
                                        "tariff mill/electricity has no price for the time band peak, in which 60 were"
                                                + " counted: its device and its prices differ"));
        Mill without = new Mill(Mill.BANDS)
                .charges("2026-06-16", VersionDaysLaws.HALVES)
                .hasRegister(register("day", 0, 150, 150))
                .hasRegister(register("night", 0, 0, 150))
                .hasRegister(register("peak", 0, 0, 0));
        assertThat(without.bill("2026-07-01").amounts().net()).isEqualTo(Money.parse("210")); // 270 / 2 + 150 / 2
    }

    /// Read on the 1st, on the 16th and on the 1st.
    private static BandRegister register(String band, long first, long middle, long last) {
        return new BandRegister(
                band,
                Register.simple(Unit.KILOWATT_HOUR),
                List.of(read("2026-06-01", first), read("2026-06-16", middle), read("2026-07-01", last)),
                List.of(),
                List.of());
    }

    private static ActualReading read(String at, long value) {
        return new ActualReading(LocalDate.parse(at), Decimal.of(value), "round");
    }
}
