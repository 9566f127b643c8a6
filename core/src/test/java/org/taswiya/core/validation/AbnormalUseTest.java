package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.UseAlarm.Kind;

/// Leaks and surges, named by what could look like one.
class AbnormalUseTest {
    private static final LocalDate JANUARY = LocalDate.of(2018, 1, 1);
    private static final AlarmLimits LIMITS =
            new AlarmLimits(Decimal.ZERO, 3, Decimal.of(5), new Decimal(5, 1), Decimal.of(10));

    /// Two years of months, then the one that was just read.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            steadyUpToHalfMore   | 100                                      | 152 | -
            steadyAndABitMore    | 100                                      | 153 | surge
            aDropIsNoAlarm       | 100                                      | 0   | -
            winterAsEveryYear    | 300 250 200 100 50 20 10 10 50 100 200 250 | 300 | -
            winterAndALeak       | 300 250 200 100 50 20 10 10 50 100 200 250 | 800 | surge
            littleStaysLittle    | 6                                        | 16  | -
            littleAndALeak       | 6                                        | 17  | surge
            alwaysErratic        | 20 300 40 260 10 310                     | 340 | -
            onceInAWhile         | 100 100 100 100 100 900 100 100 100 100 100 100 | 400 | surge
            neverUsedAnything    | 0                                        | 11  | -
            """)
    void surges(String trap, String months, String now, @Nullable String kind) {
        List<Usage> past = months(months, 24);
        Usage use = month(24, now);
        assertThat(AbnormalUse.look(past, use, null, LIMITS)
                        .map(alarm -> alarm.kind().code()))
                .isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void anAlarmNamesItsNumbers() {
        UseAlarm alarm = AbnormalUse.look(months("100", 24), month(24, "250"), null, LIMITS)
                .orElseThrow();
        assertThat(alarm.kind()).isEqualTo(Kind.SURGE);
        assertThat(alarm.values().keySet()).containsExactly("use", "usual", "limit");
        assertThat(alarm.values()).containsEntry("use", Fraction.of(250));
        assertThat(alarm.found()).startsWith("250 used in 31 days, where 10").contains("usual at this season");
    }

    /// A hundred a month for fourteen months up to 1000 on 1 March 2020, and what was known when a reading came.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ordinary                    | -              | A 2020-04-01 1160 | -
            surge                       | -              | A 2020-04-01 1170 | 2020-04-01 170
            lowerThanBefore             | -              | A 2020-04-01 990  | -
            byTheCustomer               | -              | C 2020-04-01 1170 | 2020-04-01 170
            afterAnEstimate             | E 2020-04-01 1100 | A 2020-05-01 1400 | 2020-05-01 400
            lateAndTheNextTellsOfIt     | A 2020-05-01 1310 | A 2020-04-01 1100 | 2020-05-01 210
            lateAndItTellsOfItself      | A 2020-05-01 1310 | A 2020-04-01 1210 | 2020-04-01 210
            lateAndNothingIsAbnormal    | A 2020-05-01 1310 | A 2020-04-01 1155 | -
            inPlaceOfAnotherOfItsDay    | A 2020-04-01 1100 | A 2020-04-01 1170 | 2020-04-01 170
            """)
    void aReadingIsLookedAtWithWhatItsRegisterKnows(
            String trap, @Nullable String before, String reading, @Nullable String expected) {
        SampleRegister sample = SampleRegister.steady("1000");
        if (before != null) {
            sample.readings.add(SampleRegister.reading(before));
        }
        String told = AbnormalUse.look(sample.received(SampleRegister.reading(reading)), AlarmLimits.MEASURED).stream()
                .map(alarm -> alarm.at() + " " + alarm.values().get("use"))
                .collect(Collectors.joining(", "));
        assertThat(told).isEqualTo(expected == null ? "" : expected);
    }

    /// What is older than four years may be left unread, or read: that changes nothing.
    @Test
    void whatIsTooOldToBeReadChangesNothing() {
        List<Usage> past = new ArrayList<>(months("100 90 110", 60));
        List<Usage> seen = past.subList(60 + 1 - 12 * OrdinaryUse.YEARS_SEEN, 60);
        assertThat(OrdinaryUse.of(month(60, "0").range(), past))
                .isPresent()
                .isEqualTo(OrdinaryUse.of(month(60, "0").range(), seen));
    }

    @Test
    void ofTooShortAPastNothingIsSaid() {
        assertThat(AbnormalUse.look(months("100", 7), month(7, "9999"), null, LIMITS))
                .isPresent();
        assertThat(AbnormalUse.look(months("100", 4), month(4, "9999"), null, LIMITS))
                .isEmpty();
        assertThat(AbnormalUse.look(List.of(), month(0, "9999"), null, LIMITS)).isEmpty();
    }

    @Test
    void estimatesAndWhatIsBelowZeroAreNoPast() {
        List<Usage> past = new ArrayList<>();
        for (Usage usage : months("100", 24)) {
            past.add(new Usage(usage.range(), usage.quantity(), UsageQuality.ESTIMATED));
        }
        assertThat(AbnormalUse.look(past, month(24, "9999"), null, LIMITS)).isEmpty();
        List<Usage> negative = new ArrayList<>(months("100", 24));
        negative.add(new Usage(month(3, "0").range(), Decimal.of(-5_000), UsageQuality.ACTUAL));
        assertThat(AbnormalUse.look(negative, month(24, "150"), null, LIMITS)).isEmpty();
    }

    /// One group a day: the hours of a third of it, which the others repeat.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            neverStopsForThreeDays  | 2 1 9, 1 1 8, 3 2 2       | 2018-01-01 1
            stopsOnTheThird         | 2 1 9, 1 1 8, 3 0 2       | -
            stopsAndGoesOn          | 2 1 9, 1 0 8, 3 2 2, 4 4 4, 5 3 6 | 2018-01-03 2
            aDayWithoutHours        | 2 1 9, , 3 2 2            | -
            """)
    void flowsThatNeverStop(String trap, String days, @Nullable String expected) {
        List<IntervalUse.Day> hours = new ArrayList<>();
        for (String day : days.split(",")) {
            List<Decimal> uses = day.isBlank()
                    ? List.of()
                    : Arrays.stream(day.strip().split(" ")).map(Decimal::parse).toList();
            hours.add(new IntervalUse.Day(
                    JANUARY.plusDays(hours.size()), Duration.ofHours(1), repeated(uses, uses.size() * 8)));
        }
        String told = AbnormalUse.look(List.of(), month(0, "50"), new IntervalUse(Decimal.of(50), hours), LIMITS)
                .map(alarm -> alarm.range().from() + " " + alarm.values().get("smallest"))
                .orElse(null);
        assertThat(told).isEqualTo(expected);
    }

    /// How many intervals of so many minutes, one unit each, three days have.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            wholeDays                  | 60   | 24 24 24 | true
            clocksGoForward            | 60   | 24 23 24 | true
            clocksGoBack               | 60   | 24 25 24 | true
            quartersOfAnHour           | 15   | 96 96 96 | true
            clocksGoForwardInQuarters  | 15   | 96 92 96 | true
            aQuarterMissing            | 15   | 96 95 96 | false
            anHourOfQuartersTooFew     | 15   | 96 88 96 | false
            asManyQuartersAsHours      | 15   | 24 24 24 | false
            aDayKnownAsOneSum          | 1440 | 1 1 1    | false
            halfDays                   | 720  | 2 2 2    | false
            hoursMissingOnOneDay       | 60   | 24 22 24 | false
            hoursMissingOnTheLast      | 60   | 24 24 9  | false
            theyFillNoHour             | 25   | 58 58 58 | false
            """)
    void onlyADayWithAllItsHoursIsAFlow(String trap, int minutes, String counts, boolean isFlow) {
        List<IntervalUse.Day> days = new ArrayList<>();
        for (String count : counts.split(" ")) {
            days.add(day(days.size(), minutes, Integer.parseInt(count)));
        }
        assertThat(AbnormalUse.look(List.of(), month(0, "9"), new IntervalUse(Decimal.of(9), days), LIMITS))
                .matches(alarm -> alarm.isPresent() == isFlow, trap);
    }

    /// The intervals of every hour again and again, held to 0.9 units an hour; and what the smallest hour was.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hoursAtTheLimit            | 60 | 0.9                 | -
            hoursAboveIt               | 60 | 1                   | 1
            halvesAtTheLimit           | 30 | 0.45                | -
            halvesAboveIt              | 30 | 0.5                 | 1
            quartersBelowTheLimit      | 15 | 0.2                 | -
            quartersAboveIt            | 15 | 0.25                | 1
            quartersThatAreHoursEach   | 15 | 0.9                 | 18/5
            itRestsWithinEveryHour     | 15 | 1 0 0 0             | 1
            fiveMinutes                | 5  | 0.1                 | 6/5
            """)
    void aLimitIsOfAnHourWhateverTheIntervals(String trap, int minutes, String uses, @Nullable String smallest) {
        AlarmLimits limits = new AlarmLimits(Decimal.parse("0.9"), 2, Decimal.of(5), Decimal.ONE, Decimal.of(10));
        List<Decimal> pattern =
                Arrays.stream(uses.split(" ")).map(Decimal::parse).toList();
        List<IntervalUse.Day> days = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            days.add(new IntervalUse.Day(
                    JANUARY.plusDays(day), Duration.ofMinutes(minutes), repeated(pattern, 24 * 60 / minutes)));
        }
        Optional<UseAlarm> alarm =
                AbnormalUse.look(List.of(), month(0, "50"), new IntervalUse(Decimal.of(50), days), limits);
        assertThat(alarm.map(flow -> String.valueOf(flow.values().get("smallest"))))
                .isEqualTo(Optional.ofNullable(smallest));
    }

    @Test
    void aFlowNamesItsNumbers() {
        List<IntervalUse.Day> days = List.of(day(0, 15, 96), day(1, 15, 92), day(2, 15, 96));
        UseAlarm alarm = AbnormalUse.look(List.of(), month(0, "284"), new IntervalUse(Decimal.of(284), days), LIMITS)
                .orElseThrow();
        assertThat(alarm.kind()).isEqualTo(Kind.CONTINUOUS_FLOW);
        assertThat(alarm.at()).isEqualTo(JANUARY.plusMonths(1));
        assertThat(alarm.range()).isEqualTo(DateRange.of(JANUARY, JANUARY.plusDays(3)));
        assertThat(alarm.values().toString()).isEqualTo("{use=284, smallest=4, hours=71, limit=0}");
    }

    @Test
    void daysThatDoNotFollowEachOtherAreNoFlow() {
        List<IntervalUse.Day> days = List.of(day(0, 60, 24), day(1, 60, 24), day(3, 60, 24));
        assertThat(AbnormalUse.look(List.of(), month(0, "9"), new IntervalUse(Decimal.of(9), days), LIMITS))
                .isEmpty();
    }

    private static IntervalUse.Day day(int after, int minutes, int intervals) {
        return new IntervalUse.Day(
                JANUARY.plusDays(after), Duration.ofMinutes(minutes), repeated(List.of(Decimal.ONE), intervals));
    }

    private static List<Decimal> repeated(List<Decimal> uses, int count) {
        List<Decimal> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(uses.get(i % uses.size()));
        }
        return all;
    }

    /// Repeated as long as it takes.
    private static List<Usage> months(String pattern, int count) {
        String[] uses = pattern.split(" ");
        List<Usage> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(month(i, uses[i % uses.length]));
        }
        return months;
    }

    private static Usage month(int index, String use) {
        LocalDate from = JANUARY.plusMonths(index);
        return new Usage(DateRange.of(from, from.plusMonths(1)), Decimal.parse(use), UsageQuality.ACTUAL);
    }
}
