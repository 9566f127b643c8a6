package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.PaymentLimits;

final class PaymentLimitsParserTest {
    private static final String GOOD = """
            limits:
              - { by: cash, most: 20000 }
              - { by: direct-debit, most: 100.50 }
            """;

    @Test
    void everyMeansHasItsOwn() {
        assertThat(PaymentLimitsParser.parse("p.yaml", GOOD))
                .isEqualTo(new PaymentLimitsReading.Read(new PaymentLimits(
                        Map.of(Means.CASH, Money.parse("20000"), Means.DIRECT_DEBIT, Money.parse("100.50")))));
    }

    @Test
    void casablancasAreInOrder() throws IOException {
        assertThat(PaymentLimitsParser.parse(Path.of("..", "utilities", "casablanca", "payments.yaml")))
                .isInstanceOf(PaymentLimitsReading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by: direct-debit | by: cash | a second limit by cash",
                "by: cash | by: gold | found gold, expected one of card",
                "most: 20000 | most: 0 | found 0, expected a number above zero",
                "most: 20000 | least: 1 | least",
                "limits | limit | limit",
            })
    void faults(String from, String to, String said) {
        assertThat(PaymentLimitsParser.parse("p.yaml", GOOD.replaceFirst(from, to)))
                .isInstanceOfSatisfying(
                        PaymentLimitsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString()).contains(said));
    }
}
