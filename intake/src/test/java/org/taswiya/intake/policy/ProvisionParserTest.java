package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.core.receivables.ProvisionRules;

class ProvisionParserTest {
    private static final String WHOLE = """
            provision:
              - { age: 91-180, share: 0.10 }
              - { age: over-365, share: 1 }
            """;

    @Test
    void everyShareIsRead() {
        assertThat(ProvisionParser.parse("p.yaml", WHOLE))
                .isEqualTo(new ProvisionReading.Read(new ProvisionRules(
                        Map.of(AgeBand.HALF_YEAR, Decimal.parse("0.10"), AgeBand.OLDER, Decimal.parse("1")))));
    }

    @Test
    void theFileOfCasablancaHasNoFault() throws IOException {
        assertThat(ProvisionParser.parse(Path.of("..", "utilities", "casablanca", "provision.yaml")))
                .isInstanceOf(ProvisionReading.Read.class);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            share: 0.10   | share: 1.01  | p.yaml:2:27
            share: 0.10   | share: -0.1  | p.yaml:2:27
            age: 91-180   | age: old     | p.yaml:2:12
            age: over-365 | age: 91-180  | p.yaml:3:12
            """)
    void aFaultIsNamedWithItsPlace(String right, String wrong, String place) {
        assertThat(ProvisionParser.parse("p.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        ProvisionReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .startsWith(place));
    }
}
