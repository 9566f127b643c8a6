package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
        assertThat(AbnormalUse.look(past, use, LIMITS).map(alarm -> alarm.kind().code()))
                .isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void anAlarmNamesItsNumbers() {
        UseAlarm alarm =
                AbnormalUse.look(months("100", 24), month(24, "250"), LIMITS).orElseThrow();
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
        String told =
                AbnormalUse.look(sample.known(), SampleRegister.reading(reading), null, AlarmLimits.MEASURED).stream()
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
        assertThat(AbnormalUse.look(months("100", 7), month(7, "9999"), LIMITS)).isPresent();
        assertThat(AbnormalUse.look(months("100", 4), month(4, "9999"), LIMITS)).isEmpty();
        assertThat(AbnormalUse.look(List.of(), month(0, "9999"), LIMITS)).isEmpty();
    }

    @Test
    void estimatesAndWhatIsBelowZeroAreNoPast() {
        List<Usage> past = new ArrayList<>();
        for (Usage usage : months("100", 24)) {
            past.add(new Usage(usage.range(), usage.quantity(), UsageQuality.ESTIMATED));
        }
        assertThat(AbnormalUse.look(past, month(24, "9999"), LIMITS)).isEmpty();
        List<Usage> negative = new ArrayList<>(months("100", 24));
        negative.add(new Usage(month(3, "0").range(), Decimal.of(-5_000), UsageQuality.ACTUAL));
        assertThat(AbnormalUse.look(negative, month(24, "150"), LIMITS)).isEmpty();
    }

    /// A hundred a month, then ten times as much a day: of a week it is told, of what nobody has measured it is not.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"aDay, 1, false", "sixDays, 6, false", "aWeek, 7, true"})
    void ofLessThanAWeekNothingIsASurge(String trap, int days, boolean isSurge) {
        LocalDate from = JANUARY.plusMonths(24);
        Usage use = new Usage(DateRange.of(from, from.plusDays(days)), Decimal.of(32L * days), UsageQuality.ACTUAL);
        assertThat(AbnormalUse.look(months("100", 24), use, LIMITS))
                .matches(alarm -> alarm.isPresent() == isSurge, trap);
        SampleRegister sample = SampleRegister.steady("1000");
        String reading = "A " + LocalDate.of(2020, 3, 1).plusDays(days) + " " + (1000 + 32 * days);
        assertThat(AbnormalUse.look(sample.known(), SampleRegister.reading(reading), null, LIMITS))
                .hasSize(isSurge ? 1 : 0);
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
