package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

class InterestParserTest {
    private static final String WHOLE = """
            interest:
              - class: professional
                rates:
                  - { from: 2020-01-01, yearly: 0.10 }
                  - { from: 2020-07-01, yearly: 0 }
                graceDays: 15
                least: 0.50
                dueDays: 18
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        InterestPolicy policy = new InterestPolicy(
                List.of(
                        new RateFrom(LocalDate.of(2020, 1, 1), Decimal.parse("0.10")),
                        new RateFrom(LocalDate.of(2020, 7, 1), Decimal.parse("0"))),
                15,
                Money.parse("0.50"),
                18);
        assertThat(InterestParser.parse("i.yaml", WHOLE))
                .isEqualTo(new InterestReading.Read(new InterestRules(Map.of(CustomerClass.PROFESSIONAL, policy))));
    }

    @Test
    void casablancaChargesNone() throws IOException {
        assertThat(InterestParser.parse(Path.of("..", "utilities", "casablanca", "interest.yaml")))
                .isInstanceOfSatisfying(
                        InterestReading.Read.class,
                        read -> assertThat(read.rules().isNone()).isTrue());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            yearly: 0.10        | yearly: 1.10       | i.yaml:4:37
            yearly: 0.10        | yearly: -0.10      | i.yaml:4:37
            from: 2020-07-01    | from: 2020-01-01   | i.yaml:5:17
            graceDays: 15       | graceDays: -1      | i.yaml:6:16
            least: 0.50         | least: 0.505       | i.yaml:7:12
            dueDays: 18         | dueDays: 400       | i.yaml:8:14
            class: professional | class: anybody     | i.yaml:2:12
            """)
    void aFaultIsNamedWithItsPlace(String right, String wrong, String place) {
        assertThat(InterestParser.parse("i.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        InterestReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .startsWith(place));
    }
}
