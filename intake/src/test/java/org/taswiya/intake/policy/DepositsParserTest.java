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
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositRules;

class DepositsParserTest {
    private static final String WHOLE = """
            deposits:
              - { class: household, service: electricity, amount: 300 }
              - { class: household, service: water, amount: 199.50 }
            dueDays: 15
            interest: { yearDays: 365, rates: [ { from: 2019-01-01, rate: 0.0365 }, { from: 2020-01-01, rate: 0 } ] }
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        assertThat(DepositsParser.parse("d.yaml", WHOLE))
                .isEqualTo(new DepositsReading.Read(new DepositRules(
                        Map.of(
                                new DepositRules.Of(CustomerClass.HOUSEHOLD, "electricity"),
                                Money.parse("300"),
                                new DepositRules.Of(CustomerClass.HOUSEHOLD, "water"),
                                Money.parse("199.50")),
                        15,
                        List.of(rate("2019-01-01", "0.0365"), rate("2020-01-01", "0")),
                        365)));
    }

    @Test
    void casablancaAsksHouseholdsAndGivesNoInterest() throws IOException {
        assertThat(DepositsParser.parse(Path.of("..", "utilities", "casablanca", "deposits.yaml")))
                .isInstanceOfSatisfying(DepositsReading.Read.class, read -> {
                    assertThat(read.rules().amount(CustomerClass.HOUSEHOLD, "electricity"))
                            .contains(Money.parse("300"));
                    assertThat(read.rules().amount(CustomerClass.MUNICIPALITY, "electricity"))
                            .isEmpty();
                    assertThat(read.rules().rates())
                            .allMatch(rate -> rate.rate().signum() == 0);
                });
    }

    private static DepositRules.Rate rate(String from, String rate) {
        return new DepositRules.Rate(LocalDate.parse(from), Decimal.parse(rate));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noClass | class: household, service: w | class: friends, service: w | 3:14: found friends, expected one of
            twice | water | electricity | a second deposit of household for electricity
            nothing | 199.50 | 0 | found 0, expected a number above zero
            halfCentime | 199.50 | 199.505 | expected at most two decimals
            negative | rate: 0.0365 | rate: -0.01 | found -0.01, expected
            noYear | yearDays: 365 | yearDays: 12 | found 12, expected a whole number from 360 to 366
            twoRates | 2020-01-01 | 2019-01-01 | a second rate from 2019-01-01
            misnamed | dueDays | due | found no field 'dueDays', expected
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(DepositsParser.parse("d.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        DepositsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString())
                                .as(trap)
                                .contains(finding));
    }
}
