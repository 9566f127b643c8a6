package org.taswiya.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

final class RegisterSeriesTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);
    private static final FeedSeries SERIES =
            new FeedSeries("P1", "E1", FeedService.ELECTRICITY, FeedFlow.DELIVERED, Unit.KILOWATT_HOUR, null);

    @Test
    void aValueIsTheStartAndAllDaysSinceRoundedOnce() {
        List<String> values = new ArrayList<>();
        RegisterSeries register = new RegisterSeries(FIRST, Decimal.of(100), 1);
        for (int i = 0; i < 3; i++) {
            // A third each: 0.3, 0.7 and 1.0, not 0.3, 0.6 and 0.9.
            values.add(shown(register.add(day(FIRST.plusDays(i), 1, Fraction.of(1, 3), true))));
        }
        assertThat(values)
                .containsExactly("2024-02-29 100.3 actual", "2024-03-01 100.7 actual", "2024-03-02 101 actual");
    }

    @Test
    void aDayOfManyDaysGivesTheValueAfterAllOfThem() {
        RegisterSeries register = new RegisterSeries(FIRST, Decimal.ZERO, 3);
        assertThat(shown(register.add(day(FIRST, 31, Fraction.of(62), true)))).isEqualTo("2024-03-30 62 actual");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 1,  true,  days are missing: 2024-02-29 to 2024-02-29",
        "2024-02-28, 1,  true,  days were there before: 2024-02-28 to 2024-02-28",
        "2024-02-29, 1,  false, days are not complete: 2024-02-29 to 2024-02-29",
        "2024-02-29, -1, true,  the register counts backwards: 2024-02-29 to 2024-02-29"
    })
    void theFirstDayThatDoesNotFollowEndsIt(LocalDate at, long quantity, boolean isComplete, String end) {
        RegisterSeries register = new RegisterSeries(FIRST, Decimal.ZERO, 3);
        register.add(day(FIRST, 1, Fraction.ONE, true));
        assertThat(register.add(day(at, 1, Fraction.of(quantity), isComplete))).hasToString(end);
        // And stays its end, whatever comes.
        assertThat(register.add(day(LocalDate.of(2024, 2, 29), 1, Fraction.ONE, true)))
                .hasToString(end);
    }

    private static FeedDay day(LocalDate from, int days, Fraction quantity, boolean isComplete) {
        return new FeedDay(
                SERIES,
                DateRange.of(from, from.plusDays(days)),
                quantity,
                UsageQuality.ACTUAL,
                24,
                isComplete,
                null,
                new FeedIntervals(Fraction.ONE));
    }

    private static String shown(RegisterSeries.Step step) {
        return switch (step) {
            case RegisterSeries.Value value ->
                value.at() + " " + value.value() + " " + value.quality().code();
            case RegisterSeries.End end -> end.toString();
        };
    }
}
