package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.care.RequestOpening;
import org.taswiya.core.customer.Language;

final class RequestsParserTest {
    private static final String GOOD = """
            kinds:
              - code: meter-check
                names: { ar: "فحص", fr: "Vérification", en: "Check" }
                complaint: no
                days: 15
              - code: complaint
                names: { ar: "شكاية", fr: "Plainte", en: "Complaint" }
                complaint: yes
                online: holder
                days: 30
            letters:
              - code: explained
                names: { ar: "شرح", fr: "Explication", en: "Explanation" }
                texts: { ar: "هذا جوابنا.", fr: "Voici.", en: "Here it is." }
            """;

    @Test
    void everyFieldHasItsMeaning() {
        assertThat(RequestsParser.parse("r.yaml", GOOD)).isInstanceOfSatisfying(RequestsReading.Read.class, read -> {
            assertThat(read.rules().kinds().keySet()).containsExactly("meter-check", "complaint");
            var kind = read.rules().kind("complaint").orElseThrow();
            assertThat(kind.days()).isEqualTo(30);
            assertThat(kind.isComplaint()).isTrue();
            assertThat(kind.opening()).isEqualTo(RequestOpening.HOLDER);
            assertThat(kind.opening().isFor(true)).isTrue();
            assertThat(kind.opening().isFor(false)).isFalse();
            assertThat(read.rules().kind("meter-check").orElseThrow().opening())
                    .as("where nothing is said")
                    .isEqualTo(RequestOpening.STAFF_ALONE);
            assertThat(kind.name(Language.FR)).isEqualTo("Plainte");
            var letter = read.rules().letter("explained").orElseThrow();
            assertThat(letter.with("", Language.EN)).isEqualTo("Here it is.");
            assertThat(letter.with("Two bills.", Language.EN)).isEqualTo("Here it is.\nTwo bills.");
            assertThat(read.rules().letter("other")).isEmpty();
        });
    }

    @Test
    void casablancasAreInOrder() throws IOException {
        assertThat(RequestsParser.parse(Path.of("..", "utilities", "casablanca", "requests.yaml")))
                .isInstanceOf(RequestsReading.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: complaint | code: meter-check | a second meter-check",
                "days: 15 | days: 0 | found 0, expected a whole",
                "complaint: yes | complaint: maybe | found maybe, expected one of",
                "online: holder | online: maybe | found maybe, expected one of",
                "fr: \"Plainte\" | de: \"Klage\" | de",
                "code: explained | code: Explained | a code of small letters",
                "texts: | text: | text",
            })
    void faults(String from, String to, String said) {
        assertThat(RequestsParser.parse("r.yaml", GOOD.replaceFirst(Objects.requireNonNull(from), to)))
                .isInstanceOfSatisfying(
                        RequestsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString()).contains(said));
    }
}
