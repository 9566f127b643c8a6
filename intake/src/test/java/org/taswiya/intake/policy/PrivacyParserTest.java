package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.privacy.PrivacyRules;

class PrivacyParserTest {
    private static final String WHOLE = """
            codes: { days: 7 }
            messages: { months: 24 }
            contacts: { months: 12 }
            taxDocuments: { years: 10 }
            """;

    @Test
    void everyTermIsRead() {
        assertThat(PrivacyParser.parse("p.yaml", WHOLE))
                .isEqualTo(new PrivacyReading.Read(new PrivacyRules(7, 24, 12, 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"casablanca", "onee"})
    void theFilesThatAreShippedHaveNoFault(String utility) throws IOException {
        assertThat(PrivacyParser.parse(Path.of("..", "utilities", utility, "privacy.yaml")))
                .isInstanceOf(PrivacyReading.Read.class);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            days: 7               | days: -1               | p.yaml:1:16
            months: 24            | months: 0              | p.yaml:2:21
            months: 24            | days: 24               | p.yaml:2:13
            years: 10             | years: ten             | p.yaml:4:24
            taxDocuments: { y     | documents: { y         | p.yaml:4:1
            """)
    void aFaultIsNamedWithItsPlace(String right, String wrong, String place) {
        assertThat(PrivacyParser.parse("p.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        PrivacyReading.Faulty.class,
                        faulty -> assertThat(faulty.findings())
                                .anySatisfy(finding ->
                                        assertThat(finding.toString()).startsWith(place)));
    }
}
