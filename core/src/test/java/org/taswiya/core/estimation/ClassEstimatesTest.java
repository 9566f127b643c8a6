package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassEstimates.EstimatedUse;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// A town of meters that use so much a day in each month, three times as much in December and January.
final class ClassEstimatesTest {
    private static final DateRange MARCH_TO_MAY_2020 = range("2020-03-01", "2020-06-01");
    private static final ClassFactor ONE = ClassFactor.learn(MARCH_TO_MAY_2020, List.of());

    /// In the year before, 2 a day in March to May, 6 in December and January, 2 in all other months; the year before
    /// that half of it.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "two-years, 138", // (1 + 2) / 2 x 92
        "last-year, 184", // 2 x 92
        "previous-period, 184", // February: 2 a day
        "recent-average, 434.725", // December to February: (6 x 62 + 2 x 29) / 91 a day
        "last-quarter, 432", // and the last of November: (430 + 2) / 92 a day
        "last-twelve-months, 246.51", // from 2 March 2019: (2 x 303 + 6 x 62) / 365 a day
    })
    void aMethodSaysWhatItsNameSays(String code, String expected) {
        List<Usage> past = new ArrayList<>(months(LocalDate.of(2018, 3, 1), 12, 1));
        past.addAll(months(LocalDate.of(2019, 3, 1), 12, 2));
        PastUse meter = PastUse.of(past);
        assertThat(estimate(code, List.of(meter), meter).quantity()).isEqualTo(Decimal.parse(expected));
    }

    /// What is measured here is what bills: both ways to the same method agree, but for the last digit of a half.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"two-years", "last-year", "previous-period", "recent-average", "last-quarter", "last-twelve-months"})
    void aMethodEstimatesAsItDoesOnBills(String code) {
        EstimationMethod method = EstimationMethod.ofCode(code).orElseThrow();
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            List<Usage> past = new ArrayList<>();
            for (Usage month : months(LocalDate.of(2017, 12, 1), 27, 1)) {
                Decimal quantity = Decimal.ofSteps(chance.nextInt(1_000_000), 3);
                past.add(new Usage(month.range(), quantity, UsageQuality.ACTUAL));
            }
            Decimal onBill = new Estimation(past, List.of(), null, List.of(method), 3)
                    .estimate(MARCH_TO_MAY_2020)
                    .orElseThrow()
                    .quantity();
            PastUse meter = PastUse.of(past);
            Decimal here = estimate(code, List.of(meter), meter).quantity();
            assertThat(here.minus(onBill).steps(3)).as("seed " + seed).isBetween(-1L, 1L);
        }
    }

    @Test
    void whatHappensFromTheDatesOnIsNotLookedAt() {
        List<PastUse> known = town(40, 5, 1);
        List<PastUse> told = town(40, 6, 1);
        for (EstimationMethod method : EstimationMethod.values()) {
            ClassEstimates before = ClassEstimates.learn(method, known, MARCH_TO_MAY_2020);
            ClassEstimates after = ClassEstimates.learn(method, told, MARCH_TO_MAY_2020);
            for (int i = 0; i < known.size(); i++) {
                assertThat(after.of(told.get(i), ONE, 3)).isEqualTo(before.of(known.get(i), ONE, 3));
            }
        }
    }

    @Test
    void theOrderOfMetersDoesNotMatter() {
        List<PastUse> town = town(40, 5, 1);
        for (EstimationMethod method : EstimationMethod.values()) {
            assertThat(ClassEstimates.learn(method, town.reversed(), MARCH_TO_MAY_2020)
                            .of(town.getFirst(), ONE, 3))
                    .isEqualTo(ClassEstimates.learn(method, town, MARCH_TO_MAY_2020)
                            .of(town.getFirst(), ONE, 3));
        }
    }

    /// The guideline bills a household that has halved its use on what it was.
    @Test
    void theBestFollowsAChangeOfLevel() {
        List<Usage> past = new ArrayList<>(months(LocalDate.of(2015, 3, 1), 52, 4));
        past.addAll(months(LocalDate.of(2019, 7, 1), 8, 2));
        PastUse meter = PastUse.of(past);
        List<PastUse> town = new ArrayList<>(town(40, 5, 1));
        town.add(meter);
        assertThat(estimate("two-years", town, meter).quantity()).isEqualTo(Decimal.of(4 * 92));
        assertThat(estimate("best", town, meter).quantity().compareTo(Decimal.of(220)))
                .isNegative();
    }

    /// One month a thousand times too high, as a wrong unit makes it.
    @Test
    void theBestIsNotMovedByAnAbsurdMonth() {
        List<Usage> past = new ArrayList<>(months(LocalDate.of(2015, 3, 1), 60, 2));
        past.set(49, new Usage(past.get(49).range(), Decimal.of(60_000), UsageQuality.ACTUAL));
        PastUse meter = PastUse.of(past);
        List<PastUse> town = new ArrayList<>(town(40, 5, 1));
        town.add(meter);
        assertThat(estimate("best", town, meter).quantity().compareTo(Decimal.of(300)))
                .isNegative();
    }

    @Test
    void aMeterOfWhichNothingIsKnownIsNotEstimatedFromItself() {
        List<PastUse> town = town(40, 5, 1);
        PastUse unknown = PastUse.of(List.of());
        assertThat(ClassEstimates.learn(EstimationMethod.BEST, town, MARCH_TO_MAY_2020)
                        .of(unknown, ONE, 0))
                .isEmpty();
        assertThat(ClassEstimates.learn(EstimationMethod.CLASS_AVERAGE, town, MARCH_TO_MAY_2020)
                        .of(unknown, ONE, 0))
                .isPresent();
    }

    @Test
    void fourOfFiveLieInTheInterval() {
        List<PastUse> known = town(400, 5, 7);
        List<PastUse> told = town(400, 6, 7);
        ClassEstimates best = ClassEstimates.learn(EstimationMethod.BEST, known, MARCH_TO_MAY_2020);
        int inside = 0;
        for (int i = 0; i < known.size(); i++) {
            EstimatedUse estimate = best.of(known.get(i), ONE, 3).orElseThrow();
            Decimal truth = Decimal.ofSteps(told.get(i).used(MARCH_TO_MAY_2020), 6);
            inside += truth.compareTo(estimate.low()) >= 0 && truth.compareTo(estimate.high()) <= 0 ? 1 : 0;
        }
        assertThat(inside).isBetween(300, 360);
    }

    private static EstimatedUse estimate(String code, List<PastUse> town, PastUse meter) {
        EstimationMethod method = EstimationMethod.ofCode(code).orElseThrow();
        return ClassEstimates.learn(method, town, MARCH_TO_MAY_2020)
                .of(meter, ONE, 3)
                .orElseThrow();
    }

    /// Meters from March 2015 on, each with a level and ups and downs of its own.
    private static List<PastUse> town(int meters, int years, long seed) {
        List<PastUse> town = new ArrayList<>();
        for (int i = 0; i < meters; i++) {
            Random chance = new Random(seed * 1000 + i);
            int level = 10 + chance.nextInt(90);
            List<Usage> past = new ArrayList<>();
            for (Usage month : months(LocalDate.of(2015, 3, 1), 12 * years, 1)) {
                past.add(new Usage(
                        month.range(),
                        month.quantity().times(level).times(Decimal.ofSteps(80 + chance.nextInt(41), 2)),
                        UsageQuality.ACTUAL));
            }
            town.add(PastUse.of(past));
        }
        return town;
    }

    /// So much a day, three times as much in December and January.
    private static List<Usage> months(LocalDate first, int count, int perDay) {
        List<Usage> months = new ArrayList<>();
        for (LocalDate from = first; months.size() < count; from = from.plusMonths(1)) {
            int times = from.getMonthValue() == 12 || from.getMonthValue() == 1 ? 3 : 1;
            months.add(new Usage(
                    DateRange.of(from, from.plusMonths(1)),
                    Decimal.of((long) perDay * times * from.lengthOfMonth()),
                    UsageQuality.ACTUAL));
        }
        return months;
    }

    private static DateRange range(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }
}
