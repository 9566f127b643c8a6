package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.budget.BudgetPolicy;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

class BudgetParserTest {
    private static final String WHOLE = """
            plans:
              - class: household
                leastDays: 180
                roundedUpTo: 0.50
                firstAfterDays: 10
                graceDays: 7
                brokenAfterMissed: 2
                drift: 0.15
                daysToPay: 30
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        BudgetPolicy policy = new BudgetPolicy(180, Money.parse("0.50"), 10, 7, 2, Decimal.parse("0.15"), 30);
        assertThat(BudgetParser.parse("b.yaml", WHOLE))
                .isEqualTo(new BudgetReading.Read(new BudgetRules(Map.of(CustomerClass.HOUSEHOLD, policy))));
    }

    @Test
    void theFileOfCasablancaHasNoFault() throws IOException {
        assertThat(BudgetParser.parse(Path.of("..", "utilities", "casablanca", "budget.yaml")))
                .isInstanceOf(BudgetReading.Read.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            leastDays: 180      | leastDays: 0           | b.yaml:3:16
            roundedUpTo: 0.50   | roundedUpTo: 0         | b.yaml:4:18
            roundedUpTo: 0.50   | roundedUpTo: 0.005     | b.yaml:4:18
            firstAfterDays: 10  | firstAfterDays: 21     | b.yaml:5:21
            brokenAfterMissed: 2| brokenAfterMissed: 13  | b.yaml:7:24
            drift: 0.15         | drift: 0               | b.yaml:8:12
            class: household    | class: anybody         | b.yaml:2:12
            daysToPay: 30       | dayToPay: 30           | b.yaml
            """)
    void aFaultIsNamedWithItsPlace(String right, String wrong, String place) {
        assertThat(BudgetParser.parse("b.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        BudgetReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .startsWith(place));
    }

    @Test
    void aClassHasOneRule() {
        String twice = WHOLE + WHOLE.substring(WHOLE.indexOf("  - class"));
        assertThat(BudgetParser.parse("b.yaml", twice).toString()).contains("a second rule for household");
    }
}
