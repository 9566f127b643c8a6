package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.CycleRule;
import org.taswiya.intake.yaml.Finding;

class CalendarParserTest {
    private static final String WHOLE = """
            cycles:
              - name: north
                area: Anfa
                ends: { from: 2020-02-01, everyMonths: 1 }
                reading: { daysBefore: 3, daysAfter: 2 }
                billing: { firstDay: 1, lastDay: 9 }
                dueDays: 20
              - name: south
                area: Maarif
                ends: { from: 2020-01-31, everyMonths: 2 }
                reading: { daysBefore: 0, daysAfter: 0 }
                billing: { firstDay: 0, lastDay: 0 }
            """;

    @Test
    void everythingThatCanBePlannedIsRead() {
        assertThat(CalendarParser.parse("calendar.yaml", WHOLE))
                .isInstanceOfSatisfying(
                        CalendarReading.Read.class,
                        read -> assertThat(read.calendar().cycles())
                                .containsExactly(
                                        new CycleRule("north", "Anfa", LocalDate.of(2020, 2, 1), 1, 3, 2, 1, 9, 20),
                                        new CycleRule(
                                                "south", "Maarif", LocalDate.of(2020, 1, 31), 2, 0, 0, 0, 0, null)));
    }

    @Test
    void casablancaBillsEveryMonth() throws IOException {
        CalendarReading reading = CalendarParser.parse(Path.of("..", "utilities", "casablanca", "calendar.yaml"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        CalendarReading.Read.class,
                        read -> assertThat(read.calendar()
                                        .cycle("monthly")
                                        .orElseThrow()
                                        .endingOn(LocalDate.of(2020, 6, 1)))
                                .isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            badName       | name: north     | name: North     | 2:11 found North, expected a name of small letters
            nameTwice     | name: south     | name: north     | 8:11 found a second cycle north, expected each name once
            areaTwice     | area: Maarif    | area: Anfa      | 9:11 found a second cycle of the area Anfa, expected
            noArea        | area: Maarif    | dueDays: 3      | 8:5 found a cycle of all areas beside others, expected
            noEnds        | ends:.*1 }      | dueDays: 3      | 2:5 found no field 'ends', expected
            noSuchDay     | 2020-02-01      | 2020-02-30      | 4:19 found 2020-02-30, expected a date of the calendar
            noMonths      | everyMonths: 1  | everyMonths: 0  | 4:44 found 0, expected a whole number from 1 to 12
            longWindow    | lastDay: 9      | lastDay: 29     | 6:38 found 29, expected a whole number from 1 to 28
            windowBackward| lastDay: 9      | lastDay: 0      | 6:38 found 0, expected a whole number from 1
            readForAges   | daysBefore: 3   | daysBefore: 28  | 5:28 found 28, expected a whole number from 0 to 27
            dueNever      | dueDays: 20     | dueDays: never  | 7:14 found never, expected a whole number from 0
            unknownField  | reading: . days | read: { days    | 5:5 found the unknown field 'read', expected one of
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        String text = WHOLE.replaceFirst(right, wrong);
        assertThat(CalendarParser.parse("calendar.yaml", text))
                .isInstanceOfSatisfying(
                        CalendarReading.Faulty.class,
                        f -> assertThat(f.findings())
                                .map(CalendarParserTest::words)
                                .anyMatch(words -> words.startsWith(finding)));
    }

    private static String words(Finding finding) {
        return finding.line() + ":" + finding.column() + " found " + finding.found() + ", expected "
                + finding.expected();
    }
}
