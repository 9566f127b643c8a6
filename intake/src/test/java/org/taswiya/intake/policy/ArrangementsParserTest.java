package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementPolicy.Alone;
import org.taswiya.core.arrangement.ArrangementPolicy.Rebate;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

class ArrangementsParserTest {
    private static final Path CASABLANCA = Path.of("..", "utilities", "casablanca");

    private static final String WHOLE = """
            arrangements:
              - class: household
                multipleOfUsual: 2
                longest: 6
                clerk: { longest: 4, amount: 5000 }
                leastInstalment: 49.50
                firstAfterDays: 15
                graceDays: 10
                rebate: { rate: 0.02, withinDays: 7 }
                supervisor: { longest: 6, amount: 20000 }
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        ArrangementPolicy policy = new ArrangementPolicy(
                Decimal.of(2),
                6,
                4,
                Money.parse("5000"),
                Money.parse("49.50"),
                15,
                10,
                new Rebate(Decimal.parse("0.02"), 7),
                new Alone(6, Money.parse("20000")));
        assertThat(ArrangementsParser.parse("a.yaml", WHOLE))
                .isEqualTo(new ArrangementsReading.Read(new ArrangementRules(Map.of(CustomerClass.HOUSEHOLD, policy))));
    }

    @Test
    void casablancaArrangesUpToSixMonthsAndNothingForMunicipalities() throws IOException {
        assertThat(ArrangementsParser.parse(CASABLANCA.resolve("arrangements.yaml")))
                .isInstanceOfSatisfying(ArrangementsReading.Read.class, read -> {
                    assertThat(read.rules()
                                    .of(CustomerClass.HOUSEHOLD)
                                    .orElseThrow()
                                    .longest())
                            .isEqualTo(6);
                    assertThat(read.rules().of(CustomerClass.MUNICIPALITY)).isEmpty();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noClass     | class: household | class: friends   | 2:12: found friends, expected one of
            noMonths    | longest: 6       | longest: 1       | 4:14: found 1, expected a whole number from 2 to 60
            clerkLonger | { longest: 4,    | { longest: 7,    | 5:23: found 7, expected a whole number from 0 to 6
            noLeast     | 49.50            | 0                | 6:22: found 0, expected a number above zero
            halfCentime | 49.50            | 49.505           | 6:22: found 49.505, expected at most two decimals
            allLeftOff  | rate: 0.02       | rate: 1          | 9:21: found 1, expected a share above 0 and below 1
            misnamed    | graceDays        | grace            | 2:5: found no field 'graceDays', expected
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(ArrangementsParser.parse("a.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        ArrangementsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .as(trap)
                                .contains(finding));
    }

    @Test
    void aClassHasOneRule() {
        String twice = WHOLE + WHOLE.substring(WHOLE.indexOf("  - "));
        assertThat(ArrangementsParser.parse("a.yaml", twice))
                .isInstanceOfSatisfying(
                        ArrangementsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .contains("a second rule for household"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-12, 2020-06-12",
        "2020-06-13, 2020-06-15",
        "2020-07-30, 2020-08-03",
        "2021-05-01, 2021-05-03",
        "2020-08-20, 2020-08-24"
    })
    void casablancasCountersAreClosedOnHolidays(LocalDate day, LocalDate working) throws IOException {
        assertThat(WorkingDaysParser.parse(CASABLANCA.resolve("holidays.yaml")))
                .isInstanceOfSatisfying(
                        WorkingDaysReading.Read.class,
                        read -> assertThat(read.days().onOrAfter(day)).isEqualTo(working));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noWeekday | rest: [fryday]                 | 1:8: found fryday, expected one of
            noDay     | everyYear: ["--02-30"]         | 1:13: found
            noDate    | closed: [2020-02-30]           | 1:10: found 2020-02-30, expected a date of the calendar
            neverOpen | rest: [monday, tuesday, wednesday, thursday, friday, saturday, sunday] | without working days
            """)
    void faultsOfHolidaysAreNamed(String trap, String text, String finding) {
        assertThat(WorkingDaysParser.parse("h.yaml", text))
                .isInstanceOfSatisfying(
                        WorkingDaysReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .as(trap)
                                .contains(finding));
    }

    @Test
    void withoutHolidaysAllDaysAreWorkingDays() {
        assertThat(WorkingDaysParser.parse("h.yaml", "source: none"))
                .isEqualTo(new WorkingDaysReading.Read(WorkingDays.ALL));
    }
}
