package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
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

    @Test
    void aReadingIsLookedAtWithWhatItsRegisterKnows() {
        for (String value : List.of("1160", "1170", "990")) {
            ReceivedReading received =
                    SampleRegister.steady("1000").received(SampleRegister.reading("A 2020-04-01 " + value));
            assertThat(AbnormalUse.look(received, AlarmLimits.MEASURED).isPresent())
                    .as(value)
                    .isEqualTo(value.equals("1170"));
        }
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
            hours.add(new IntervalUse.Day(JANUARY.plusDays(hours.size()), repeated(uses, uses.size() * 8)));
        }
        String told = AbnormalUse.look(List.of(), month(0, "50"), new IntervalUse(Decimal.of(50), hours), LIMITS)
                .map(alarm -> alarm.range().from() + " " + alarm.values().get("smallest"))
                .orElse(null);
        assertThat(told).isEqualTo(expected);
    }

    /// How many intervals of one unit each of three days has.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            wholeDays                  | 24 24 24 | true
            clocksGoForward            | 24 23 24 | true
            clocksGoBack               | 24 25 24 | true
            quartersOfAnHour           | 96 96 96 | true
            aDayKnownAsOneSum          | 1 1 1    | false
            hoursMissingOnOneDay       | 24 22 24 | false
            hoursMissingOnTheLast      | 24 24 9  | false
            """)
    void onlyADayWithAllItsHoursIsAFlow(String trap, String counts, boolean isFlow) {
        List<IntervalUse.Day> days = new ArrayList<>();
        for (String count : counts.split(" ")) {
            days.add(day(days.size(), Integer.parseInt(count)));
        }
        assertThat(AbnormalUse.look(List.of(), month(0, "9"), new IntervalUse(Decimal.of(9), days), LIMITS))
                .matches(alarm -> alarm.isPresent() == isFlow, trap);
    }

    @Test
    void daysThatDoNotFollowEachOtherAreNoFlow() {
        List<IntervalUse.Day> days = List.of(day(0, 24), day(1, 24), day(3, 24));
        assertThat(AbnormalUse.look(List.of(), month(0, "9"), new IntervalUse(Decimal.of(9), days), LIMITS))
                .isEmpty();
    }

    private static IntervalUse.Day day(int after, int intervals) {
        return new IntervalUse.Day(JANUARY.plusDays(after), repeated(List.of(Decimal.ONE), intervals));
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
