package org.taswiya.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// What a class has shown, as a run keeps it and as a bill is estimated by it.
final class ClassUseTest {
    private static final DateRange MARCH_2020 = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));
    private static final List<List<Usage>> TOWN = town(60);
    private static final List<PastUse> METERS = TOWN.stream().map(PastUse::of).toList();
    private static final ClassUse LEARNT = ClassUse.learn(
            METERS,
            MARCH_2020,
            List.of(EstimationMethod.ofCode("recent-average/6").orElseThrow()));

    /// What is measured by a backtest is what bills, with the same interval.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "best",
                "class-season",
                "two-years",
                "last-twelve-months",
                "class-average",
                "recent-average",
                "recent-average/6"
            })
    void aBillIsEstimatedAsTheMethodIsMeasured(String code) {
        EstimationMethod method = EstimationMethod.ofCode(code).orElseThrow();
        ClassEstimates measured = ClassEstimates.learn(method, METERS, MARCH_2020);
        ClassFactor none = ClassFactor.learn(MARCH_2020, List.of());
        for (List<Usage> past : TOWN) {
            Estimate onBill = new Estimation(past, List.of(), LEARNT, List.of(method), 2)
                    .estimate(MARCH_2020)
                    .orElseThrow();
            ClassEstimates.EstimatedUse here =
                    measured.of(PastUse.of(past), none, 2).orElseThrow();
            assertThat(onBill.quantity().minus(here.quantity()).steps(2)).isBetween(-1L, 1L);
            assertThat(onBill.low().minus(here.low()).steps(2)).isBetween(-1L, 1L);
            assertThat(onBill.high().minus(here.high()).steps(2)).isBetween(-1L, 1L);
            assertThat(onBill.low().compareTo(onBill.high())).isNegative();
        }
    }

    @Test
    void whatIsKeptIsWhatWasLearnt() {
        ClassUse kept = ClassUse.ofText(LEARNT.text());
        assertThat(kept).isEqualTo(LEARNT);
        assertThat(ClassUse.ofFigures(MARCH_2020, LEARNT.figures())).isEqualTo(LEARNT);
    }

    @Test
    void ofAClassOfWhichNothingIsKnownNothingIsKept() {
        ClassUse empty = ClassUse.learn(List.of(), MARCH_2020);
        assertThat(ClassUse.ofText(empty.text())).isEqualTo(empty);
        assertThat(empty.perDay()).isNull();
        assertThat(new Estimation(TOWN.getFirst(), List.of(), empty, List.of(EstimationMethod.CLASS_AVERAGE), 0)
                        .estimate(MARCH_2020))
                .isEmpty();
    }

    /// A bill of a chain without our own method does not carry what only that one asks for.
    @Test
    void onlyWhatTheMethodsAskForIsPartOfABill() {
        ClassUse simple = LEARNT.of(List.of(EstimationMethod.TWO_YEARS, EstimationMethod.CLASS_AVERAGE));
        assertThat(simple.figures()).containsOnlyKeys("per-day", "spread-of-two-years", "spread-of-class-average");
        assertThat(LEARNT.of(List.of(EstimationMethod.BEST)).figures())
                .containsOnlyKeys("quick", "steady", "trend", "spread-of-best");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-03-01 | expected two days and figures",
                "2020-03-01 2020-04-01; per-day 1 2 | per-day has 2 numbers, expected 1",
                "2020-03-01 2020-04-01; months 1 2 | months has 2 numbers, expected 12",
                "2020-03-01 2020-04-01; quick 1 2 3 4 5 6 7 | steady has no numbers",
                "2020-03-01 2020-04-01; spread-of-guess 1 2 | unknown figure spread-of-guess",
                "2020-03-01 2020-04-01; best 1 2 | unknown figure best",
                "2020-03-01 2020-04-01; per-day one | one",
            })
    void whatIsOfAnotherFormIsRefused(String text, String found) {
        assertThatThrownBy(() -> ClassUse.ofText(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found);
    }

    /// Of other dates it says nothing: estimates fall to the next method.
    @Test
    void whatWasLearntAboutMarchDoesNotEstimateApril() {
        DateRange april = DateRange.of(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 5, 1));
        List<EstimationMethod> chain = List.of(EstimationMethod.BEST, EstimationMethod.LAST_YEAR);
        assertThat(new Estimation(TOWN.getFirst(), List.of(), LEARNT, chain, 0)
                        .estimate(april)
                        .orElseThrow()
                        .method())
                .isEqualTo(EstimationMethod.LAST_YEAR);
    }

    /// Everybody who was read uses half as much again; so does, we say, who was not.
    @Test
    void aClassThatHasChangedAtOnceChangesTheBestEstimate() {
        List<PastUse> read = new ArrayList<>();
        for (List<Usage> past : TOWN.subList(0, 30)) {
            PastUse before = PastUse.of(past);
            long perDay = ClassProfile.learn(METERS, MARCH_2020).perDay(before);
            List<Usage> with = new ArrayList<>(past);
            with.add(new Usage(
                    MARCH_2020, Decimal.ofSteps(before.millionths(perDay) * 31 * 3 / 2, 6), UsageQuality.ACTUAL));
            read.add(PastUse.of(with));
        }
        ClassFactor changed = LEARNT.factor(read);
        assertThat(changed.isLearnt()).isTrue();
        assertThat(ClassFactor.ofFigures(MARCH_2020, changed.figures()).figures())
                .isEqualTo(changed.figures());
        List<Usage> unread = TOWN.getLast();
        ClassUse after = LEARNT.changedBy(changed, PastUse.of(unread));
        assertThat(ClassUse.ofText(after.text())).isEqualTo(after);
        assertThat((double) after.factor() / Ratio.ONE).isBetween(1.49, 1.51);
        long before = estimate(LEARNT, unread).steps(0);
        assertThat(estimate(after, unread).steps(0)).isBetween(before * 149 / 100, before * 151 / 100 + 1);
    }

    @Test
    void noMeterWasReadSoNothingIsKnownOfAChange() {
        assertThat(LEARNT.factor(METERS).isLearnt()).isFalse();
    }

    /// What rests on estimates may be anything from half to double, whatever was learnt of readings.
    @Test
    void anEstimateOnEstimatesIsLessSure() {
        List<Usage> estimated = TOWN.getFirst().stream()
                .map(usage -> new Usage(usage.range(), usage.quantity(), UsageQuality.ESTIMATED))
                .toList();
        Estimate estimate = new Estimation(
                        estimated, List.of(), LEARNT, List.of(EstimationMethod.LAST_TWELVE_MONTHS), 4)
                .estimate(MARCH_2020)
                .orElseThrow();
        assertThat(estimate.onEstimates()).isTrue();
        assertThat(estimate.high()).isEqualTo(estimate.quantity().times(2));
    }

    @Test
    void whatIsSaidOrEmptyHasNoInterval() {
        Estimate vacant = new Estimation(TOWN.getFirst(), List.of(MARCH_2020), LEARNT, List.of(), 0)
                .estimate(MARCH_2020)
                .orElseThrow();
        assertThat(List.of(vacant.low(), vacant.high())).containsExactly(Decimal.ZERO, Decimal.ZERO);
        Estimate stated = new Estimation(TOWN.getFirst(), List.of(), LEARNT, List.of(), 0)
                .estimate(MARCH_2020, new EstimateInstruction.Stated(Decimal.of(77)))
                .orElseThrow();
        assertThat(Map.of(stated.low(), stated.high())).isEqualTo(Map.of(Decimal.of(77), Decimal.of(77)));
    }

    private static Decimal estimate(ClassUse use, List<Usage> past) {
        return new Estimation(past, List.of(), use, List.of(EstimationMethod.BEST), 0)
                .estimate(MARCH_2020)
                .orElseThrow()
                .quantity();
    }

    /// Five years of months, each meter with a level and ups and downs of its own.
    private static List<List<Usage>> town(int meters) {
        List<List<Usage>> town = new ArrayList<>();
        for (int i = 0; i < meters; i++) {
            Random chance = new Random(i);
            int level = 100 + chance.nextInt(900);
            List<Usage> past = new ArrayList<>();
            for (int month = 0; month < 60; month++) {
                LocalDate from = LocalDate.of(2015, 3, 1).plusMonths(month);
                Decimal quantity = Decimal.ofSteps((long) level * (80 + chance.nextInt(41)), 2);
                past.add(new Usage(DateRange.of(from, from.plusMonths(1)), quantity, UsageQuality.ACTUAL));
            }
            town.add(past);
        }
        return town;
    }
}
