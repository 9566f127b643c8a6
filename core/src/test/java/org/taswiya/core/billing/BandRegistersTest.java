package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BandRegisters.Together;
import org.taswiya.core.billing.BandRegisters.Unexplained;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;

/// A mill whose meter has a register for the day, the night and the peak, without intervals.
class BandRegistersTest {
    private static final Register PLAIN = Register.simple(Unit.KILOWATT_HOUR);

    /// Three digits, by tens.
    private static final Register TENS = new Register(3, 0, Decimal.of(10), Unit.KILOWATT_HOUR);

    private static DateRange month(int month) {
        LocalDate from = LocalDate.of(2026, month, 1);
        return DateRange.of(from, from.plusMonths(1));
    }

    /// @param readings such as `04-01=1000`; `c` before what a customer read
    private static BandRegister register(String band, Register register, String... readings) {
        return new BandRegister(band, register, shown(readings), List.of(), List.of());
    }

    private static List<Reading> shown(String... readings) {
        List<Reading> shown = new ArrayList<>();
        for (String reading : readings) {
            String[] parts = reading.split("=", 2);
            boolean isCustomers = parts[0].startsWith("c");
            LocalDate at = LocalDate.parse("2026-" + parts[0].substring(isCustomers ? 1 : 0));
            Decimal value = Decimal.parse(parts[1]);
            shown.add(isCustomers ? new CustomerReading(at, value, "") : new ActualReading(at, value, "round"));
        }
        return shown;
    }

    private static BandRegister past(BandRegister register, @Nullable Integer march) {
        List<Usage> history =
                march == null ? List.of() : List.of(new Usage(month(3), Decimal.of(march), UsageQuality.ACTUAL));
        return new BandRegister(
                register.band(), register.register(), register.readings(), register.exchanges(), history);
    }

    private static Mill mill(BandRegister... registers) {
        Mill mill = new Mill(Mill.BANDS, Mill.METER).hasMeter("2026-01-01", 15);
        Arrays.stream(registers).forEach(mill::hasRegister);
        return mill;
    }

    private static List<String> lines(BillSegment segment) {
        return segment.rating().lines().stream()
                .filter(line -> line.band() != null)
                .map(BandRegistersTest::line)
                .toList();
    }

    private static String line(ChargeLine line) {
        return line.band() + ": " + line.quantity() + " x " + line.price() + " = " + line.amount();
    }

    /// The night has rolled over: from 980 tens to 70 it counted 90 of them.
    @Test
    void eachBandIsBilledWhatItsRegisterCounted() {
        DraftBill bill = mill(
                        register("day", PLAIN, "04-01=1000", "05-01=2801"),
                        register("night", TENS, "04-01=980", "05-01=70"),
                        register("peak", PLAIN, "04-01=7", "05-01=306"))
                .bill("2026-05-01");
        assertThat(bill.segments().getFirst().usage()).isEqualTo(Decimal.of(3000));
        assertThat(lines(bill.segments().getFirst()))
                .containsExactly("day: 1801 x 0.9 = 1620.90", "night: 900 x 0.6 = 540.00", "peak: 299 x 1.2 = 358.80");
    }

    @Test
    void aBandInWhichNothingWasUsedHasNothingToPay() {
        DraftBill bill = mill(
                        register("day", PLAIN, "04-01=1000", "05-01=1010"),
                        register("night", PLAIN, "04-01=5", "05-01=5"),
                        register("peak", PLAIN, "04-01=7", "05-01=7"))
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst())).containsExactly("day: 10 x 0.9 = 9.00");
    }

    /// Days of the day, the night and the peak register, and those on which the dial of all was read.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "all on the same days,        04-01 05-01,        04-01 05-01,  04-01 05-01, 04-01 05-01",
        "one was not read,            04-01 05-01,        04-01,        04-01 05-01, 04-01",
        "one was read between,        04-01 04-20 05-01,  04-01 05-01,  04-01 05-01, 04-01 05-01",
        "a customer read one of them, 04-01 05-01,        04-01 c05-01, 04-01 05-01, 04-01 c05-01",
    })
    void aDayCountsOnWhichAllWereRead(String trap, String day, String night, String peak, String all) {
        BandRegisters read = BandRegisters.of(List.of(on("day", day), on("night", night), on("peak", peak)));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Together.class,
                        together -> assertThat(together.readings())
                                .extracting(one -> (one instanceof CustomerReading ? "c" : "")
                                        + one.at().toString().substring(5))
                                .containsExactly(all.split(" ")));
    }

    private static BandRegister on(String band, String days) {
        return register(
                band,
                PLAIN,
                Arrays.stream(days.split(" ")).map(day -> day + "=5").toArray(String[]::new));
    }

    @Test
    void anExchangedRegisterIsMeasuredByItself() {
        MeterExchange exchange = new MeterExchange(LocalDate.of(2026, 4, 16), Decimal.of(1900), Decimal.of(10));
        BandRegister day =
                new BandRegister("day", PLAIN, shown("04-01=1000", "05-01=110"), List.of(exchange), List.of());
        BandRegisters read = BandRegisters.of(List.of(day, register("night", PLAIN, "04-01=0", "05-01=40")));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Together.class,
                        together -> assertThat(together.spans().getFirst().used())
                                .containsEntry("day", Decimal.of(1000))
                                .containsEntry("night", Decimal.of(40)));
    }

    @Test
    void whatCannotBeExplainedIsHeldAndNamesItsBand() {
        BandRegisters read = BandRegisters.of(List.of(
                register("day", PLAIN, "04-01=1000", "05-01=1100"),
                register("night", PLAIN, "04-01=1000", "05-01=900")));
        assertThat(read)
                .isInstanceOfSatisfying(
                        Unexplained.class, held -> assertThat(held.band()).isEqualTo("night"));
    }

    /// Each from its own March: 58, 29 and 10 a day would be 97 together.
    @Test
    void eachRegisterIsEstimatedByItself() {
        DraftBill bill = mill(
                        past(register("day", PLAIN, "04-01=1000"), 1798),
                        past(register("night", PLAIN, "04-01=0"), 899),
                        past(register("peak", PLAIN, "04-01=0"), 310))
                .used(new Usage(month(3), Decimal.of(3007), UsageQuality.ACTUAL))
                .bill("2026-05-01");
        assertThat(lines(bill.segments().getFirst()))
                .containsExactly("day: 1740 x 0.9 = 1566.00", "night: 870 x 0.6 = 522.00", "peak: 300 x 1.2 = 360.00");
        assertThat(bill.segments().getFirst().usage()).isEqualTo(Decimal.of(2910));
    }

    @Test
    void whoseRegistersHaveNoPastIsNotEstimated() {
        Mill mill = mill(
                register("day", PLAIN, "04-01=1000"),
                register("night", PLAIN, "04-01=0"),
                register("peak", PLAIN, "04-01=0"));
        assertThat(mill.billed("2026-05-01")).isInstanceOf(HeldAgreement.class);
    }

    /// Two months by the dial of June: of each month every band has the share that its register has of both.
    @Test
    void whatIsReadLaterSettlesBandByBand() {
        DraftBill april = mill(
                        past(register("day", PLAIN, "04-01=0"), 3100),
                        past(register("night", PLAIN, "04-01=0"), 0),
                        past(register("peak", PLAIN, "04-01=0"), 0))
                .used(new Usage(month(3), Decimal.of(3100), UsageQuality.ACTUAL))
                .bill("2026-05-01");
        assertThat(april.amounts().net()).isEqualTo(Money.parse("2724")); // 3000 x 0.90 + 24
        DraftBill second = mill(
                        register("day", PLAIN, "04-01=0", "06-01=3660"),
                        register("night", PLAIN, "04-01=0", "06-01=1830"),
                        register("peak", PLAIN, "04-01=0", "06-01=610"))
                .wasBilled(BilledPeriod.estimated(month(4), Decimal.of(3000), april.amounts()))
                .bill("2026-06-01");
        assertThat(lines(second.segments().getFirst()))
                .containsExactly("day: 1800 x 0.9 = 1620.00", "night: 900 x 0.6 = 540.00", "peak: 300 x 1.2 = 360.00");
        assertThat(second.segments())
                .extracting(segment -> segment.claimed().net())
                .containsExactly(Money.parse("-180"), Money.parse("2628")); // 1674 + 558 + 372 + 24
    }
}
