package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.estimation.EstimationMethod.CLASS_AVERAGE;
import static org.taswiya.core.estimation.EstimationMethod.LAST_YEAR;
import static org.taswiya.core.estimation.EstimationMethod.RECENT_AVERAGE;
import static org.taswiya.core.estimation.EstimationMethod.STATED;
import static org.taswiya.core.estimation.EstimationMethod.TWO_YEARS;
import static org.taswiya.core.estimation.EstimationMethod.VACANT;
import static org.taswiya.core.metering.UsageQuality.ACTUAL;
import static org.taswiya.core.metering.UsageQuality.ESTIMATED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;

class EstimationTest {

    private static final List<EstimationMethod> CHAIN = List.of(TWO_YEARS, LAST_YEAR, RECENT_AVERAGE, CLASS_AVERAGE);
    private static final DateRange MARCH_2020 = range("2020-03-01", "2020-04-01");

    @Test
    void theGuidelineIsTheMeanOfTheDailyAveragesOfTwoYears() {
        // 93 / 31 = 3 a day and 124 / 31 = 4 a day: (3 + 4) / 2 x 31 = 108.5, half-up
        Estimate estimate =
                estimate(MARCH_2020, 0, usage("2018-03-01", "2018-04-01", 93), usage("2019-03-01", "2019-04-01", 124));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(109));
        assertThat(estimate.method()).isEqualTo(TWO_YEARS);
        assertThat(estimate.basis()).extracting(Usage::quantity).containsExactly(Decimal.of(124), Decimal.of(93));
    }

    @Test
    void intervalsAreCutByDays() {
        // 15 February to 15 March 2019: 28 days, 56 kWh, 14 days of it in March; then 3 a day for 17 days:
        // (28 + 51) / 31; 2018 the same
        Estimate estimate = estimate(
                MARCH_2020,
                1,
                usage("2018-02-15", "2018-03-15", 56),
                usage("2018-03-15", "2018-04-15", 93),
                usage("2019-02-15", "2019-03-15", 56),
                usage("2019-03-15", "2019-04-15", 93));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(28 + 51));
    }

    @Test
    void leapDayLooksBackAtTheLastDayOfFebruary() {
        // 29 February to 7 March 2020 -> 28 February to 7 March 2019, 7 days at 2 a day; 7 days to estimate
        DateRange leapWeek = range("2020-02-29", "2020-03-07");
        Estimate estimate =
                estimate(leapWeek, 0, usage("2018-02-01", "2018-04-01", 118), usage("2019-02-01", "2019-04-01", 118));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(14));
        assertThat(estimate.basis().getFirst().range()).isEqualTo(range("2019-02-28", "2019-03-07"));
    }

    @Test
    void aMeterOfLastYearHasOneYearToLookAt() {
        Estimate estimate = estimate(MARCH_2020, 0, usage("2019-03-01", "2019-04-01", 62));
        assertThat(estimate.method()).isEqualTo(LAST_YEAR);
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(62));
    }

    @Test
    void aYearThatWasEstimatedDoesNotCount() {
        Estimate estimate = estimate(
                MARCH_2020,
                0,
                usage("2018-03-01", "2018-04-01", 93),
                new Usage(range("2019-03-01", "2019-04-01"), Decimal.of(999), ESTIMATED),
                usage("2019-12-01", "2020-03-01", 182));
        assertThat(estimate.method()).isEqualTo(RECENT_AVERAGE);
        assertThat(estimate.onEstimates()).isFalse();
    }

    @Test
    void aNewMeterIsEstimatedFromItsLastThreeIntervals() {
        // November is the fourth from the end: 91 days, 182 kWh, 2 a day
        Estimate estimate = estimate(
                MARCH_2020,
                0,
                usage("2019-11-01", "2019-12-01", 900),
                usage("2019-12-01", "2020-01-01", 62),
                usage("2020-01-01", "2020-02-01", 62),
                usage("2020-02-01", "2020-03-01", 58));
        assertThat(estimate.method()).isEqualTo(RECENT_AVERAGE);
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(62));
    }

    @Test
    void theLastIntervalIsCarriedOn() {
        // 58 / 29 = 2 a day
        Estimate estimate = byOne(
                EstimationMethod.PREVIOUS_PERIOD,
                usage("2020-01-01", "2020-02-01", 310),
                usage("2020-02-01", "2020-03-01", 58));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(62));
        assertThat(estimate.basis()).containsExactly(usage("2020-02-01", "2020-03-01", 58));
    }

    /// 29 days at 2, 31 at 6, 30 at 3, 31 at 1; three where no number is said.
    @ParameterizedTest
    @CsvSource({
        "recent-average/2, 126, 2",
        "recent-average, 115, 3",
        "recent-average/3, 115, 3",
        "recent-average/4, 94, 4"
    })
    void aRecentAverageIsOfAsManyPeriodsAsItSays(String code, int quantity, int basis) {
        Estimate estimate = byOne(
                EstimationMethod.ofCode(code).orElseThrow(),
                usage("2019-10-01", "2019-11-01", 31),
                usage("2019-11-01", "2019-12-01", 90),
                usage("2020-01-01", "2020-02-01", 186),
                usage("2020-02-01", "2020-03-01", 58));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(quantity));
        assertThat(estimate.basis()).hasSize(basis);
        assertThat(EstimationMethod.ofCode(estimate.method().code())).contains(estimate.method());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recent-average/1", "recent-average/13", "recent-average/", "recent-average/06", "best/6", "/6"})
    void anotherNumberIsNoMethod(String code) {
        assertThat(EstimationMethod.ofCode(code)).isEmpty();
    }

    @Test
    void ofTheLastQuarterWhatIsKnownCounts() {
        // from 30 November: a day at 3, 31 at 6, and January is not known; 29 at 2: (3 + 186 + 58) / 61 x 31
        Estimate estimate = byOne(
                EstimationMethod.LAST_QUARTER,
                usage("2019-11-01", "2019-12-01", 90),
                usage("2019-12-01", "2020-01-01", 186),
                usage("2020-02-01", "2020-03-01", 58));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(126)); // 125.52
        assertThat(estimate.basis()).hasSize(3);
    }

    @Test
    void whereTheLastQuarterIsUnknownTheYearSpeaks() {
        Estimate estimate = byOne(EstimationMethod.LAST_QUARTER, usage("2019-06-01", "2019-07-01", 90));
        assertThat(estimate.quantity()).isEqualTo(Decimal.of(93)); // 3 x 31
        assertThat(byOne(EstimationMethod.LAST_TWELVE_MONTHS, usage("2019-06-01", "2019-07-01", 90))
                        .quantity())
                .isEqualTo(Decimal.of(93));
        assertThat(new Estimation(
                                List.of(usage("2018-06-01", "2018-07-01", 90)),
                                List.of(),
                                null,
                                List.of(EstimationMethod.LAST_QUARTER),
                                0)
                        .estimate(MARCH_2020))
                .isEmpty();
    }

    @Test
    void withoutAnyHistoryTheClassSpeaks() {
        assertThat(estimation(Decimal.parse("4.5"), List.of()).estimate(MARCH_2020))
                .hasValueSatisfying(estimate -> {
                    assertThat(estimate.method()).isEqualTo(CLASS_AVERAGE);
                    assertThat(estimate.quantity()).isEqualTo(Decimal.of(140)); // 139.5, half-up
                });
    }

    @Test
    void onlyWhenNothingElseExistsDoesAnEstimateRestOnEstimates() {
        Usage estimated = new Usage(range("2020-01-01", "2020-03-01"), Decimal.of(120), ESTIMATED);
        assertThat(estimation(Decimal.ONE, List.of(estimated)).estimate(MARCH_2020))
                .hasValueSatisfying(estimate -> assertThat(estimate.method()).isEqualTo(CLASS_AVERAGE));
        assertThat(estimation(null, List.of(estimated)).estimate(MARCH_2020)).hasValueSatisfying(estimate -> {
            assertThat(estimate.onEstimates()).isTrue();
            assertThat(estimate.quantity()).isEqualTo(Decimal.of(62)); // 120 / 60 x 31
        });
    }

    @Test
    void nothingAtAllGivesNothing() {
        assertThat(estimation(null, List.of()).estimate(MARCH_2020)).isEmpty();
    }

    @Test
    void anEmptyPremiseUsesNothing() {
        Estimation estimation = new Estimation(
                List.of(usage("2019-03-01", "2019-04-01", 62)),
                List.of(range("2020-02-01", "2020-09-01")),
                null,
                CHAIN,
                0);
        assertThat(estimation.estimate(MARCH_2020)).hasValueSatisfying(estimate -> {
            assertThat(estimate.method()).isEqualTo(VACANT);
            assertThat(estimate.quantity()).isEqualTo(Decimal.ZERO);
        });
    }

    @Test
    void onDaysOnWhichAPremiseIsEmptyNothingIsUsedAndTheChainSpeaksOfTheOthers() {
        // 62 / 31 = 2 a day, 15 days until it stood empty; known half to double, nothing of it learnt
        Estimation estimation = partlyEmpty(EstimationMethod.EDITION, range("2020-03-16", "2020-09-01"));
        assertThat(estimation.estimate(MARCH_2020)).hasValueSatisfying(estimate -> {
            assertThat(estimate.method()).isEqualTo(LAST_YEAR);
            assertThat(estimate.quantity()).isEqualTo(Decimal.of(30));
            assertThat(estimate.low()).isEqualTo(Decimal.of(15));
            assertThat(estimate.high()).isEqualTo(Decimal.of(60));
            assertThat(estimate.daysEmpty()).isEqualTo(16);
            assertThat(estimate.version()).isEqualTo(EstimationMethod.EDITION);
        });
    }

    @Test
    void daysThatAreEmptyTwiceCountOnceAndTogetherTheyMayBeAllOfThem() {
        Estimation twice = partlyEmpty(
                EstimationMethod.EDITION, range("2020-03-10", "2020-03-20"), range("2020-03-15", "2020-03-25"));
        assertThat(twice.estimate(MARCH_2020))
                .hasValueSatisfying(estimate ->
                        assertThat(estimate.quantity()).isEqualTo(Decimal.of(32))); // 15 days empty, 16 at 2
        Estimation all = partlyEmpty(
                EstimationMethod.EDITION, range("2020-02-10", "2020-03-20"), range("2020-03-20", "2020-04-25"));
        assertThat(all.estimate(MARCH_2020))
                .hasValueSatisfying(estimate -> assertThat(estimate.method()).isEqualTo(VACANT));
    }

    @Test
    void whatWasEstimatedByTheFirstEditionComesToTheSame() {
        Estimation estimation = partlyEmpty(EstimationMethod.FIRST_EDITION, range("2020-03-02", "2020-09-01"));
        assertThat(estimation.estimate(MARCH_2020)).hasValueSatisfying(estimate -> {
            assertThat(estimate.quantity()).isEqualTo(Decimal.of(62));
            assertThat(estimate.daysEmpty()).isZero();
            assertThat(estimate.version()).isEqualTo(EstimationMethod.FIRST_EDITION);
        });
    }

    private static Estimation partlyEmpty(int edition, DateRange... vacancies) {
        return new Estimation(
                List.of(usage("2019-03-01", "2019-04-01", 62)),
                List.of(vacancies),
                null,
                CHAIN,
                OwnReadings.NONE,
                null,
                0,
                edition);
    }

    @Test
    void anEmptyYearIsNoBasis() {
        // 2019 stood empty and was read as zero: the guideline has only one year left and makes way
        Estimation estimation = new Estimation(
                List.of(
                        usage("2018-03-01", "2018-04-01", 93),
                        usage("2019-03-01", "2019-04-01", 0),
                        usage("2020-02-01", "2020-03-01", 58)),
                List.of(range("2019-01-01", "2019-12-01")),
                null,
                CHAIN,
                0);
        assertThat(estimation.estimate(MARCH_2020))
                .hasValueSatisfying(estimate -> assertThat(estimate.method()).isEqualTo(RECENT_AVERAGE));
    }

    @Test
    void roundsToTheRegistersResolution() {
        // 10 / 31 x 31 = 10, and (10 + 11) / 2 = 10.5: one decimal keeps it
        Estimation estimation = new Estimation(
                List.of(usage("2018-03-01", "2018-04-01", 10), usage("2019-03-01", "2019-04-01", 11)),
                List.of(),
                null,
                CHAIN,
                1);
        assertThat(estimation.estimate(MARCH_2020))
                .hasValueSatisfying(estimate -> assertThat(estimate.quantity()).isEqualTo(Decimal.parse("10.5")));
    }

    @Test
    void aPersonWhoHasLookedSaysHowForThisOnce() {
        // empty since February, and an instruction all the same: whoever gave it knows better
        Estimation estimation = new Estimation(
                List.of(usage("2019-03-01", "2019-04-01", 62), usage("2019-12-01", "2020-01-01", 31)),
                List.of(range("2020-02-01", "2020-09-01")),
                classAverage(Decimal.ONE),
                CHAIN,
                0);
        assertThat(estimation.estimate(MARCH_2020, null))
                .hasValueSatisfying(
                        estimate -> assertThat(estimate.instructed()).isFalse());
        assertInstructed(estimation, new EstimateInstruction.ByMethod(LAST_YEAR), LAST_YEAR, 62);
        assertInstructed(
                estimation, new EstimateInstruction.ByMethod(RECENT_AVERAGE), RECENT_AVERAGE, 47); // 93/62 x 31
        assertInstructed(estimation, new EstimateInstruction.ByMethod(CLASS_AVERAGE), CLASS_AVERAGE, 31);
        assertInstructed(estimation, new EstimateInstruction.Stated(Decimal.of(40)), STATED, 40);
        assertInstructed(estimation, new EstimateInstruction.Stated(Decimal.parse("40.5")), STATED, 41);
        assertThat(estimation.estimate(MARCH_2020, new EstimateInstruction.ByMethod(TWO_YEARS)))
                .as("the method that was named and no other")
                .isEmpty();
    }

    private static void assertInstructed(
            Estimation estimation, EstimateInstruction instruction, EstimationMethod method, long quantity) {
        assertThat(estimation.estimate(MARCH_2020, instruction)).hasValueSatisfying(estimate -> {
            assertThat(estimate.method()).isEqualTo(method);
            assertThat(estimate.quantity()).isEqualTo(Decimal.of(quantity));
            assertThat(estimate.instructed()).isTrue();
        });
    }

    private static Estimate estimate(DateRange range, int decimals, Usage... history) {
        return new Estimation(List.of(history), List.of(), null, CHAIN, decimals)
                .estimate(range)
                .orElseThrow();
    }

    private static Estimate byOne(EstimationMethod method, Usage... history) {
        return new Estimation(List.of(history), List.of(), null, List.of(method), 0)
                .estimate(MARCH_2020)
                .orElseThrow();
    }

    private static Estimation estimation(@Nullable Decimal classPerDay, List<Usage> history) {
        return new Estimation(history, List.of(), classPerDay == null ? null : classAverage(classPerDay), CHAIN, 0);
    }

    private static ClassUse classAverage(Decimal perDay) {
        return ClassUse.ofFigures(MARCH_2020, Map.of("per-day", List.of(perDay.steps(6))));
    }

    private static Usage usage(String from, String to, long quantity) {
        return new Usage(range(from, to), Decimal.of(quantity), ACTUAL);
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
