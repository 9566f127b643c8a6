package org.taswiya.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleRuleTest {
    /// Every month from 1 February 2020: read from three days before to two after, billed on days 1 to 9, due after 15.
    private static final CycleRule MONTHLY = rule("2020-02-01", 1, 1, 9);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            everyMonth,  2020-02-01, 1, 2020-01-01, 2020-05-01, 2020-02-01 2020-03-01 2020-04-01
            firstCounts, 2020-02-01, 1, 2020-02-01, 2020-03-01, 2020-02-01
            lastDoesNot, 2020-02-01, 1, 2020-02-02, 2020-03-01, ''
            everyOther,  2020-02-01, 2, 2020-03-01, 2020-07-01, 2020-04-01 2020-06-01
            endOfMonth,  2020-01-31, 1, 2020-01-01, 2020-05-01, 2020-01-31 2020-02-29 2020-03-31 2020-04-30
            beforeFirst, 2020-02-01, 1, 2019-01-01, 2020-01-01, ''
            """)
    void periodsEndByTheRule(String trap, String first, int months, String from, String to, String ends) {
        List<String> found =
                rule(first, months, 0, 5).ending(DateRange.of(LocalDate.parse(from), LocalDate.parse(to))).stream()
                        .map(cycle -> cycle.end().toString())
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(ends);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            onTheEnd,       2020-06-01, -
            firstDay,       2020-06-02, 2020-06-01
            lastDay,        2020-06-10, 2020-06-01
            dayAfter,       2020-06-11, -
            nextWindow,     2020-07-02, 2020-07-01
            beforeTheFirst, 2020-01-05, -
            """)
    void aDayIsInOneWindowOrNone(String trap, String day, @Nullable String end) {
        assertThat(MONTHLY.billedOn(LocalDate.parse(day))
                        .map(cycle -> cycle.end().toString())
                        .orElse(null))
                .isEqualTo(end);
    }

    @Test
    void aTurnHasItsWindows() {
        PlannedCycle june = MONTHLY.endingOn(LocalDate.of(2020, 6, 1)).orElseThrow();
        assertThat(june.reading()).hasToString("2020-05-29/2020-06-04");
        assertThat(june.billing()).hasToString("2020-06-02/2020-06-11");
        assertThat(june.readTo(LocalDate.of(2020, 6, 2))).isEqualTo("2020-06-02");
        assertThat(june.readTo(LocalDate.of(2020, 6, 9))).isEqualTo("2020-06-03");
        assertThat(june.dueOn(LocalDate.of(2020, 6, 9))).isEqualTo("2020-06-24");
        assertThat(MONTHLY.endingOn(LocalDate.of(2020, 6, 2))).isEmpty();
    }

    @Test
    void windowsDoNotMeet() {
        assertThat(rule("2020-02-01", 1, 0, 27)).isNotNull();
        assertThatThrownBy(() -> rule("2020-02-01", 1, 0, 28)).hasMessageContaining("two of its windows");
        assertThat(rule("2020-02-01", 2, 0, 55)).isNotNull();
    }

    private static CycleRule rule(String first, int months, int billFirst, int billLast) {
        return new CycleRule("monthly", null, LocalDate.parse(first), months, 3, 2, billFirst, billLast, 15);
    }
}
