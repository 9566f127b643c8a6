package org.taswiya.core.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Usage between readings of a dial, named by what can go wrong.
class MeasurementTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 4, 1);
    private static final LocalDate MIDDLE = FIRST.plusDays(15);
    private static final LocalDate LAST = FIRST.plusDays(30);

    private @Nullable Integer digits = 5;
    private int decimals;
    private String multiplier = "1";
    private @Nullable Fraction expectedPerDay;
    private final List<MeterExchange> exchanges = new ArrayList<>();

    @Test
    void plainDifference() {
        assertThat(usage("1000", "1265")).isEqualTo("265");
        assertThat(usage("1000", "1000")).isEqualTo("0");
    }

    @Test
    void rollover() {
        assertThat(usage("99990", "12")).isEqualTo("22"); // 100000 - 99990 + 12
    }

    @Test
    void rolloverOfATenthOfTheDialAtMost() {
        digits = 4;
        assertThat(usage("9500", "500")).isEqualTo("1000"); // 10000 - 9500 + 500, a tenth of 10000
        assertThat(reason("9499", "500")).isEqualTo(HoldReason.READING_LOWER); // 1001
    }

    @Test
    void rolloverOfFiveTimesTheExpectedAtMost() {
        expectedPerDay = Fraction.of(1);
        assertThat(usage("99900", "50")).isEqualTo("150"); // 5 x 30 days x 1
        assertThat(reason("99900", "51")).isEqualTo(HoldReason.READING_LOWER);
        expectedPerDay = Fraction.ZERO;
        assertThat(reason("99999", "0")).isEqualTo(HoldReason.READING_LOWER);
    }

    @Test
    void expectedCountsUnitsAfterTheMultiplier() {
        multiplier = "40";
        expectedPerDay = Fraction.of(10);
        assertThat(usage("99990", "12")).isEqualTo("880"); // 22 x 40; expected 5 x 300
        assertThat(reason("99990", "28")).isEqualTo(HoldReason.READING_LOWER); // 38 x 40 = 1520
    }

    @Test
    void lowerWithoutDigits() {
        digits = null;
        assertThat(reason("99990", "12")).isEqualTo(HoldReason.READING_LOWER);
    }

    @Test
    void rolloverOfADialWithThreeDecimals() {
        digits = 3;
        decimals = 3;
        assertThat(usage("999.9", "0.125")).isEqualTo("0.225");
        assertThat(usage("12.345", "20.001")).isEqualTo("7.656");
    }

    @Test
    void multiplierWithAFraction() {
        multiplier = "0.5";
        assertThat(usage("10", "17")).isEqualTo("3.5");
    }

    @Test
    void valueThatTheDialCannotShow() {
        digits = 4;
        assertThat(reason("9990", "10000")).isEqualTo(HoldReason.IMPLAUSIBLE_USAGE);
        assertThat(reason("10000", "10001")).isEqualTo(HoldReason.IMPLAUSIBLE_USAGE);
    }

    @Test
    void usageBeyondAnyLimit() {
        digits = null;
        assertThat(usage("0", "1000000000000")).isEqualTo("1000000000000");
        assertThat(reason("0", "1000000000001")).isEqualTo(HoldReason.IMPLAUSIBLE_USAGE);
    }

    @Test
    void exchangeInsideAPeriod() {
        exchange(MIDDLE, "1100", "5");
        assertThat(usage("1000", "45")).isEqualTo("140"); // 1100 - 1000, and 45 - 5
    }

    @Test
    void exchangeToAHigherValueCannotPassForUsage() {
        exchange(MIDDLE, "1010", "5000");
        assertThat(usage("1000", "5004")).isEqualTo("14"); // 10 + 4, not 4004
    }

    @Test
    void oldMeterThatRolledOverBeforeItWasExchanged() {
        exchange(MIDDLE, "10", "0");
        assertThat(usage("99990", "7")).isEqualTo("27"); // 20 + 7
    }

    @Test
    void removedValueLowerThanTheReadingBefore() {
        exchange(MIDDLE, "900", "0");
        assertThat(reason("1000", "50")).isEqualTo(HoldReason.READING_LOWER);
    }

    @Test
    void twoExchanges() {
        exchange(MIDDLE.plusDays(3), "60", "0");
        exchange(MIDDLE, "1100", "50");
        assertThat(usage("1000", "5")).isEqualTo("115"); // 100 + 10 + 5
    }

    @Test
    void twoExchangesOnOneDayInWhateverOrderTheyArrive() {
        exchange(MIDDLE, "2", "0"); // the new meter was faulty
        exchange(MIDDLE, "1100", "2");
        assertThat(usage("1000", "30")).isEqualTo("130"); // 100 + 0 + 30
    }

    @Test
    void exchangeOnTheDayOfAReadingComesAfterIt() {
        exchange(MIDDLE, "1103", "0");
        // read at 1100 in the morning: 100 before; 3 on the old meter and 50 on the new one after
        assertThat(usages("1000", "1100", "50")).containsExactly("100", "53");
    }

    @Test
    void readingOfWhatTheOldMeterEndedWith() {
        exchange(MIDDLE, "1100", "0");
        assertThat(usages("1000", "1100", "50")).containsExactly("100", "50");
    }

    @Test
    void readingOfWhatTheNewMeterBeganWith() {
        exchange(MIDDLE, "1100", "7");
        assertThat(usages("1000", "7", "50")).containsExactly("100", "43"); // 1100 - 1000; 50 - 7
        assertThat(usages("1000", "9", "50")).containsExactly("102", "41"); // two units already on the new one
    }

    @Test
    void exchangeOnTheFirstAndOnTheLastDay() {
        exchange(FIRST, "1100", "3");
        exchange(LAST, "200", "0");
        // 1098 in the morning of the first day: 2 more on the old meter; 190 on the last, whose exchange comes later
        assertThat(usage("1098", "190")).isEqualTo("189"); // 2 + 187
    }

    @Test
    void rolloverOnTheDayOfAnExchangeHasNoDayInWhichAnythingIsExpected() {
        exchange(FIRST, "5", "0");
        expectedPerDay = Fraction.of(10);
        assertThat(reason("99990", "50")).isEqualTo(HoldReason.READING_LOWER);
        expectedPerDay = null;
        assertThat(usage("99990", "50")).isEqualTo("65"); // 15 + 50
    }

    @Test
    void theOldMeterCountsByItsOwnMultiplier() {
        exchange(MIDDLE, "102.5", "5", new Register(5, 2, Decimal.of(40), Unit.KILOWATT_HOUR));
        assertThat(usage("100", "45")).isEqualTo("140"); // 2.5 x 40, and 45 - 5
    }

    @Test
    void theOldMeterRollsOverAtItsOwnDigits() {
        digits = 6;
        exchange(MIDDLE, "10", "120000", new Register(4, 0, Decimal.ONE, Unit.KILOWATT_HOUR));
        assertThat(usage("9990", "120007")).isEqualTo("27"); // 20 + 7
    }

    @Test
    void whatWasReadBeforeTheExchangeWasReadOfTheOldMeter() {
        exchange(MIDDLE.plusDays(1), "104", "0", new Register(5, 0, Decimal.of(10), Unit.KILOWATT_HOUR));
        assertThat(usages("100", "103", "7")).containsExactly("30", "17"); // 3 x 10; 1 x 10 + 7
    }

    @Test
    void ofThreeMetersEachCountsByItsOwnMultiplier() {
        exchange(MIDDLE, "101", "0", new Register(5, 0, Decimal.of(40), Unit.KILOWATT_HOUR));
        exchange(MIDDLE.plusDays(5), "2", "50", new Register(5, 0, Decimal.of(3), Unit.KILOWATT_HOUR));
        assertThat(usage("100", "55")).isEqualTo("51"); // 1 x 40 + 2 x 3 + 5
    }

    @Test
    void aMultiplierThatIsOnlyWrittenOtherwiseIsTheSame() {
        MeterExchange exchange = new MeterExchange(MIDDLE, Decimal.of(4), Decimal.ZERO);
        Register last = new Register(5, 0, Decimal.of(40), Unit.KILOWATT_HOUR);
        assertThat(exchange.of(new Register(5, 0, Decimal.parse("40.0"), Unit.KILOWATT_HOUR), last))
                .isEqualTo(exchange);
        assertThat(exchange.of(new Register(6, 0, Decimal.of(40), Unit.KILOWATT_HOUR), last))
                .isNotEqualTo(exchange);
    }

    private void exchange(LocalDate at, String removed, String installed, Register old) {
        exchanges.add(new MeterExchange(at, Decimal.parse(removed), Decimal.parse(installed), old));
    }

    private void exchange(LocalDate at, String removed, String installed) {
        exchanges.add(new MeterExchange(at, Decimal.parse(removed), Decimal.parse(installed)));
    }

    private String usage(String first, String last) {
        return measured(List.of(reading(FIRST, first), reading(LAST, last))).getFirst();
    }

    private List<String> usages(String first, String middle, String last) {
        return measured(List.of(reading(FIRST, first), reading(MIDDLE, middle), reading(LAST, last)));
    }

    private List<String> measured(List<Reading> readings) {
        MeasurementOutcome outcome = measure(readings);
        assertThat(outcome).isInstanceOf(Measured.class);
        return ((Measured) outcome)
                .intervals().stream()
                        .map(interval -> interval.usage().toString())
                        .toList();
    }

    private HoldReason reason(String first, String last) {
        MeasurementOutcome outcome = measure(List.of(reading(FIRST, first), reading(LAST, last)));
        assertThat(outcome).isInstanceOf(HeldMeasurement.class);
        return ((HeldMeasurement) outcome).hold().reason();
    }

    private MeasurementOutcome measure(List<Reading> readings) {
        Register register = new Register(digits, decimals, Decimal.parse(multiplier), Unit.KILOWATT_HOUR);
        return new Measurement(register, exchanges, expectedPerDay).measure(readings);
    }

    private static Reading reading(LocalDate at, String value) {
        return new Reading.ActualReading(at, Decimal.parse(value), "round");
    }
}
