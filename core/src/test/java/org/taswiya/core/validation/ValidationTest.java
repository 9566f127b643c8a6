package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.validation.SampleRegister.LIMITS;
import static org.taswiya.core.validation.SampleRegister.TODAY;
import static org.taswiya.core.validation.SampleRegister.reading;
import static org.taswiya.core.validation.SampleRegister.steady;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;

/// What is found about readings that come in, named by the trap. A hundred a month were used before 1 March 2020; of
/// April's 31 days 50 to 204 are expected.
class ValidationTest {
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ordinary                   | 1000  | -                 | A 2020-04-01 1100   | -
            noUseForTwentyDaysPasses   | 1000  | -                 | A 2020-03-21 1000   | -
            noUseForLonger             | 1000  | -                 | A 2020-03-22 1000   | zero-use!
            noUseThoughReadTwice       | 1000  | A 2020-03-15 1000 | A 2020-03-22 1000   | zero-use!
            noUseReadTwiceForTwenty    | 1000  | A 2020-03-15 1000 | A 2020-03-21 1000   | -
            usedAgainInBetween         | 1000  | A 2020-03-15 1040 | A 2020-03-22 1040   | -
            readByTheCustomerInBetween | 1000  | C 2020-03-15 1000 | A 2020-03-22 1000   | zero-use!
            estimatedInBetween         | 1000  | E 2020-03-15 1040 | A 2020-03-22 1000   | over-estimate zero-use!
            tooManyDigits              | 1000  | -                 | A 2020-04-01 123456 | dials!!
            lastValueOfTheDial         | 99900 | -                 | A 2020-04-01 99999  | -
            belowZero                  | 1000  | -                 | A 2020-04-01 -1     | dials!!
            finerThanTheDial           | 1000  | -                 | A 2020-04-01 1100.5 | decimals!!
            today                      | 1000  | -                 | A 2020-07-01 1400   | prolonged-estimation
            tomorrow                   | 1000  | -                 | A 2020-07-02 1400   | future!!
            bothWrong                  | 1000  | -                 | A 2020-07-02 140000 | dials!!=1400 future!!
            rollover                   | 99950 | -                 | A 2020-04-01 50     | rollover
            rolloverOfTheMostExpected  | 99950 | -                 | A 2020-04-01 154    | rollover
            rolloverBeyondIt           | 99950 | -                 | A 2020-04-01 155 | negative! unrecorded-exchange!
            neitherRoundNorAnew        | 99950 | -                 | A 2020-04-01 9500   | negative!
            misreadNotRolledOver       | 98000 | -                 | A 2020-04-01 89100  | negative! misread!=98100
            lookAlikeDigit             | 18000 | -                 | A 2020-04-01 16100  | negative! misread!=18100
            dialBeganAnew              | 48000 | -                 | A 2020-04-01 60 | negative! unrecorded-exchange!
            lowerByOne                 | 48000 | -                 | A 2020-04-01 47999  | negative!
            overEstimate               | 1000  | E 2020-04-01 1200 | A 2020-05-01 1150   | over-estimate
            overEstimateOfThatDay      | 1000  | E 2020-04-01 1300 | A 2020-04-01 1100   | over-estimate
            underEstimate              | 1000  | E 2020-04-01 1050 | A 2020-05-01 1150   | -
            lowerThanEstimateAndActual | 1000  | E 2020-04-01 1200 | A 2020-05-01 990    | negative!
            customerToldTooMuch        | 1000  | C 2020-04-01 1190 | A 2020-05-01 1150   | negative! misread!=1250
            transposed                 | 1200  | -                 | A 2020-04-01 3110   | misread!=1310 high-use!
            oneDigit                   | 1000  | -                 | A 2020-04-01 1822   | misread!=1122 high-use!
            highAndNoSlip              | 1000  | -                 | A 2020-04-01 9999   | high-use!
            aboveUsualButExpected      | 1000  | -                 | A 2020-04-01 1204   | -
            threeTimesTheUsualPasses   | 1000  | -                 | A 2020-04-01 1303   | -
            low                        | 1000  | -                 | A 2020-04-01 1010   | misread!=1100 low-use!
            aFifthOfTheUsualPasses     | 1000  | -                 | A 2020-04-01 1021   | -
            lateAndInOrder             | 1000  | A 2020-05-01 1250 | A 2020-04-01 1100   | -
            lateAndEqual               | 1000  | A 2020-05-01 1180 | A 2020-04-01 1180   | -
            lateAndHigher              | 1000  | A 2020-05-01 1150 | A 2020-04-01 1180   | reversed!
            lateBeforeARollover        | 99950 | A 2020-05-01 150  | A 2020-04-01 50     | rollover
            lateOnTheOtherSide         | 99850 | A 2020-05-01 50   | A 2020-04-01 99950  | -
            contradictsCustomer        | 1000  | C 2020-05-01 1150 | A 2020-04-01 1180   | reversed!
            laterEstimateProvesNothing | 1000  | E 2020-05-01 1150 | A 2020-04-01 1180   | -
            again                      | 1000  | A 2020-04-01 1100 | A 2020-04-01 1100   | duplicate!!
            otherValueOfThatDay        | 1000  | A 2020-04-01 1100 | A 2020-04-01 1110   | duplicate!
            customerAfterUtility       | 1000  | A 2020-04-01 1100 | C 2020-04-01 1110   | duplicate!
            utilityAfterCustomer       | 1000  | C 2020-04-01 1090 | A 2020-04-01 1100   | duplicate
            customerConfirmed          | 1000  | C 2020-04-01 1100 | A 2020-04-01 1100   | duplicate
            customerAlone              | 1000  | -                 | C 2020-04-01 1100   | -
            unreadForLong              | 1000  | -                 | A 2020-06-30 1400   | prolonged-estimation
            unreadForTheLongestAllowed | 1000  | -                 | A 2020-06-29 1400   | -
            beforeItWasThere           | 1000  | -                 | A 2017-12-31 10     | not-in-place!!
            """)
    void found(String trap, String inMarch, @Nullable String others, String now, @Nullable String expected) {
        SampleRegister sample = steady(inMarch);
        if (others != null) {
            Arrays.stream(others.split(",")).map(SampleRegister::reading).forEach(sample.readings::add);
        }
        assertThat(told(sample.judged(reading(now)))).isEqualTo(expected == null ? "" : expected);
    }

    /// `!` for what waits for a person, `!!` for what is refused, `=` for what is suggested.
    static String told(ValidationOutcome outcome) {
        assertThat(outcome instanceof Doubtful)
                .isEqualTo(outcome.findings().stream().anyMatch(finding -> finding.severity() != Severity.NOTE));
        return outcome.findings().stream().map(ValidationTest::told).collect(Collectors.joining(" "));
    }

    static String told(ReadingFinding finding) {
        Fraction suggested = finding.values().get(ReadingFinding.SUGGESTED);
        String mark = switch (finding.severity()) {
            case NOTE -> "";
            case SUSPECT -> "!";
            case REFUSE -> "!!";
        };
        return finding.reason().code() + mark + (suggested == null ? "" : "=" + suggested.toCanonicalText(3));
    }

    /// Three times pass. Between the days named, periods that our own bills estimated.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            threeBills             | 03-01 04-01 05-01 06-01       | -                             | 06-10 | -
            fourBills              | 03-01 04-01 05-01 05-20 06-10 | -                             | 06-10 | 4
            readInTheFirst         | 02-20 03-20 04-20 05-20 06-20 | -                             | 06-20 | -
            billedBeyondTheReading | 03-01 04-01 05-01 06-01 07-01 | -                             | 06-10 | 4
            ofLaterDays            | 03-01 04-01 05-01 06-01 07-01 | -                             | 06-01 | -
            estimatesInTheBills    | 03-01 04-01 05-01 06-01       | E 2020-03-31 1090,E 2020-05-01 1180 | 06-10 | -
            estimatesBesideThem    | 03-01 04-01 05-01 06-01       | E 2020-06-05 1290             | 06-10 | 4
            readByTheCustomer      | 03-01 04-01 05-01 05-20 06-10 | C 2020-05-20 1260             | 06-10 | -
            """) // 120 days pass, too
    void billsOnEstimatesCount(
            String trap, String billed, @Nullable String others, String now, @Nullable String expected) {
        SampleRegister sample = steady("1000");
        List<LocalDate> days = Arrays.stream(billed.split(" "))
                .map(day -> LocalDate.parse("2020-" + day))
                .toList();
        for (int i = 1; i < days.size(); i++) {
            DateRange period = DateRange.of(days.get(i - 1), days.get(i));
            sample.billedOnEstimates.addAll(List.of(period, period)); // by one bill, and anew by the next
        }
        if (others != null) {
            Arrays.stream(others.split(",")).map(SampleRegister::reading).forEach(sample.readings::add);
        }
        String times = sample.judged(reading("A 2020-" + now + " 1320")).findings().stream()
                .filter(finding -> finding.reason() == FindingReason.PROLONGED_ESTIMATION)
                .map(finding -> Objects.requireNonNull(finding.values().get("estimates"))
                        .toCanonicalText(0))
                .collect(Collectors.joining(" "));
        assertThat(times).isEqualTo(expected == null ? "" : expected);
    }

    // --------------------------------------------------------------------------------------------- meters that change

    @Test
    void theFirstReadingOfANewMeterHasNothingToCompareWith() {
        SampleRegister sample = new SampleRegister();
        sample.installedAt = LocalDate.of(2020, 3, 20);
        assertThat(told(sample.judged(reading("A 2020-03-20 7")))).isEmpty();
        sample.readings.add(reading("A 2020-03-20 7"));
        assertThat(told(sample.judged(reading("A 2020-04-01 40")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-03-19 7")))).isEqualTo("not-in-place!!");
    }

    @Test
    void aMeterIsReadOnTheDayItIsTakenAwayAndNotAfter() {
        SampleRegister sample = steady("1000");
        sample.removedAt = APRIL;
        assertThat(told(sample.judged(reading("A 2020-04-01 1100")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-04-02 1100")))).isEqualTo("not-in-place!!");
    }

    @Test
    void anExchangeExplainsALowerValue() {
        SampleRegister sample = steady("1000");
        sample.exchanges.add(exchange("2020-03-15", 1050, 0));
        assertThat(told(sample.judged(reading("A 2020-04-01 60")))).isEmpty(); // 50 + 60
        assertThat(told(sample.judged(reading("A 2020-04-01 900")))).isEqualTo("high-use!");
    }

    /// The meter that was taken away is said to have shown less than somebody had read on it.
    @Test
    void anExchangeThatContradictsWhatWasReadIsToldAndNotSoughtAnew() {
        SampleRegister sample = steady("1000");
        sample.exchanges.add(exchange("2020-03-15", 950, 0));
        ValidationOutcome outcome = sample.judged(reading("A 2020-04-01 60"));
        assertThat(told(outcome)).isEqualTo("negative!");
        assertThat(outcome.findings().getFirst().found()).contains("is a recorded exchange: look at the values");
    }

    @Test
    void whatTheMeterBeforeAnExchangeShowedIsJudgedByItsOwnDial() {
        SampleRegister sample = steady("1000");
        Register old = new Register(5, 1, Decimal.ONE, Unit.KILOWATT_HOUR);
        sample.exchanges.add(new MeterExchange(LocalDate.of(2020, 4, 15), Decimal.of(1150), Decimal.ZERO, old));
        assertThat(told(sample.judged(reading("A 2020-04-01 1100.5")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-05-01 60.5")))).isEqualTo("decimals!!");
    }

    @Test
    void twoExchangesOnADay() {
        SampleRegister sample = steady("1000");
        sample.exchanges.add(exchange("2020-03-15", 2, 5));
        sample.exchanges.add(exchange("2020-03-15", 1050, 0));
        assertThat(told(sample.judged(reading("A 2020-04-01 70")))).isEmpty(); // 50 + 2 + 65
    }

    @Test
    void anOldMetersValueAfterItsExchangeIsNotTheNewOnes() {
        SampleRegister sample = steady("1000");
        sample.exchanges.add(exchange("2020-03-15", 1050, 0));
        assertThat(told(sample.judged(reading("A 2020-04-01 1060")))).isEqualTo("high-use!");
    }

    @Test
    void anExchangeWithoutItsLastValueIsAskedFor() {
        SampleRegister sample = steady("48000");
        ValidationOutcome outcome = sample.judged(reading("A 2020-04-01 33"));
        assertThat(outcome.findings().getLast().found())
                .isEqualTo("the dial seems to have begun anew: an exchange or a reset between 2020-03-01 and 2020-04-01"
                        + " that is not recorded");
    }

    @Test
    void anEstimateOfTheMeterBeforeAnExchangeWasNotTooHigh() {
        SampleRegister sample = steady("1000");
        sample.readings.add(reading("E 2020-04-01 1100"));
        sample.exchanges.add(exchange("2020-04-15", 1150, 0));
        assertThat(told(sample.judged(reading("A 2020-05-01 50")))).isEmpty();
    }

    @Test
    void whatTheMultiplierAppliesToIsToldApart() {
        SampleRegister sample = steady("1000");
        sample.multiplier = Decimal.of(40);
        assertThat(told(sample.judged(reading("A 2020-04-01 1100")))).isEmpty(); // 4,000 kWh, as ever
        // 1,100 x 40 was sent in place of 1,100
        assertThat(told(sample.judged(reading("A 2020-04-01 44000")))).isEqualTo("misread!=1100 high-use!");
    }

    @Test
    void decimalsOfTheDial() {
        SampleRegister sample = steady("1000");
        sample.decimals = 3;
        assertThat(told(sample.judged(reading("A 2020-04-01 1100.555")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-04-01 1100.5555")))).isEqualTo("decimals!!");
        // the red digits behind the point were sent as whole ones
        assertThat(told(sample.judged(reading("A 2020-04-01 1100500")))).isEqualTo("dials!!=1100.5");
    }

    @Test
    void withoutDigitsNothingRollsOver() {
        SampleRegister sample = steady("99950");
        sample.digits = null;
        assertThat(told(sample.judged(reading("A 2020-04-01 50")))).isEqualTo("negative! unrecorded-exchange!");
    }

    @Test
    void anotherUnitIsRefused() {
        ReceivedReading received =
                ReceivedReading.of(steady("1000").known(), reading("A 2020-04-01 1100"), Unit.CUBIC_METRE);
        ValidationOutcome outcome = Validation.validate(received, LIMITS, TODAY);
        assertThat(told(outcome)).isEqualTo("unit!!");
        assertThat(outcome.findings().getFirst().found()).isEqualTo("sent in m3, the register counts kWh");
    }

    // ------------------------------------------------------------------------------------------------ nobody is there

    @Test
    void useWhereNobodyIs() {
        SampleRegister sample = steady("1000");
        sample.inactive.add(DateRange.of(SampleRegister.MARCH, APRIL));
        assertThat(told(sample.judged(reading("A 2020-04-01 1005")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-04-01 1006")))).isEqualTo("inactive-use!");
        assertThat(told(sample.judged(reading("A 2020-04-01 1000")))).isEmpty();
        assertThat(told(sample.judged(reading("A 2020-04-02 1090")))).isEmpty(); // somebody was, on the last day
    }

    // ---------------------------------------------------------------------------------------------- the longer history

    @Test
    void anAverageThatRestsOnEstimatesIsNoReference() {
        SampleRegister sample = new SampleRegister();
        sample.readings.add(reading("A 2019-03-01 0"));
        sample.readings.add(reading("E 2019-06-01 300"));
        sample.readings.add(reading("A 2019-12-01 900"));
        sample.readings.add(reading("A 2020-03-01 1200"));
        // 275 of 366 days
        assertThat(told(sample.judged(reading("A 2020-04-01 9999")))).isEqualTo("reference-estimated");
    }

    // ------------------------------------------------------------------------------------------- the rest of the
    // device

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            intervalsAgree        | 100 | -                   | -
            twoOfAHundredPass     | 102 | -                   | -
            intervalsDiffer       | 103 | -                   | sum!
            intervalsMissing      | 97  | -                   | sum!
            spikePasses           | 100 | 28 10 10 10 10      | -
            spike                 | 100 | 28.1 10 10 10 10    | spike!
            twoPeaksAreNoSpike    | 100 | 30 28 10 1          | spike!
            threePeaksAreNone     | 100 | 30 28 27 1          | -
            nothingElseUsed       | 100 | 30 0 0 0            | -
            twoAloneUsed          | 100 | 30 28 0 0           | -
            """)
    void intervals(String trap, String total, @Nullable String peaks, @Nullable String expected) {
        List<IntervalUse.Day> days = peaks == null
                ? List.of()
                : List.of(new IntervalUse.Day(
                        APRIL.minusDays(1),
                        Arrays.stream(peaks.split(" ")).map(Decimal::parse).toList()));
        assertThat(told(withDevice(List.of(), new IntervalUse(Decimal.parse(total), days))))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            bandsAddUp        | 60 | 40 | -
            bandsDiffer       | 60 | 43 | sum!
            bandNotRead       | 60 | -  | missing-sibling!
            noBandRead        | -  | -  | missing-sibling!
            bandNotToldApart  | 90 | ?  | -
            """)
    void bandsOfADevice(String trap, @Nullable String day, @Nullable String night, @Nullable String expected) {
        List<Sibling> bands = List.of(sibling("day", day), sibling("night", night));
        assertThat(told(withDevice(bands, null))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aRegisterBesideIsNoPart() {
        Sibling reactive = new Sibling("reactive", false, true, Decimal.of(7), Decimal.of(907));
        assertThat(told(withDevice(List.of(reactive), null))).isEmpty();
    }

    private static Sibling sibling(String name, @Nullable String use) {
        boolean isRead = use != null;
        return new Sibling(name, true, isRead, use == null || use.equals("?") ? null : Decimal.parse(use), null);
    }

    private static ValidationOutcome withDevice(List<Sibling> siblings, @Nullable IntervalUse intervals) {
        ReceivedReading alone = steady("1000").received(reading("A 2020-04-01 1100"));
        return Validation.validate(
                new ReceivedReading(
                        alone.known(), alone.reading(), alone.unit(), siblings, intervals, alone.expected()),
                LIMITS,
                TODAY);
    }

    // --------------------------------------------------------------------------------------------------- what is at
    // risk

    @ParameterizedTest
    @CsvSource({"9999, 8899", "1000, 100", "990, 100", "123456, 100"})
    void atRiskIsHowFarItLiesFromWhatIsLikely(String value, String atRisk) {
        assertThat(steady("1000").judged(reading("A 2020-04-01 " + value)))
                .isInstanceOfSatisfying(
                        Doubtful.class,
                        doubtful -> assertThat(doubtful.atRisk()).isEqualTo(Fraction.of(Decimal.parse(atRisk))));
    }

    @Test
    void findingsNameTheirNumbers() {
        ReadingFinding high =
                steady("1000").judged(reading("A 2020-04-01 9999")).findings().getFirst();
        assertThat(high.values().keySet()).containsExactly("use", "usual", "limit", "days");
        assertThat(high.values()).containsEntry("use", Fraction.of(8_999)).containsEntry("limit", Fraction.of(3));
        assertThat(high.found()).startsWith("8999 used in 31 days, more than 3 times the usual 10");
    }

    @Test
    void withoutLimitsOnlyWhatCannotBeIsFound() {
        for (String value : List.of("1000", "9999", "1100")) {
            ReceivedReading received = steady("1000").received(reading("A 2020-06-30 " + value));
            assertThat(Validation.validate(received, ReadingLimits.NONE, TODAY)).isEqualTo(new Accepted(List.of()));
        }
        ReceivedReading lower = steady("1000").received(reading("A 2020-06-30 999"));
        assertThat(Validation.validate(lower, ReadingLimits.NONE, TODAY)).isInstanceOf(Doubtful.class);
    }

    private static MeterExchange exchange(String at, long removed, long installed) {
        return new MeterExchange(LocalDate.parse(at), Decimal.of(removed), Decimal.of(installed));
    }
}
