package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.yaml.Finding;

/// What books ask of the past, in one version and in versions that follow each other.
class PastBookTest {
    private static final String HEAD = TinyBook.water("past");

    private static final String EXAMPLE = """
            examples:
              - name: one
                derived: list
                period: { from: 2018-05-01, to: 2018-07-01 }
                usage: 10
            """;

    private static String version(String from, String... components) {
        return "  - from: " + from + "\n    clause: Grid\n    components:\n" + String.join("", components);
    }

    private static String year(String code, String from) {
        return component(code, "blocks") + """
                    households: ignore
                    bounds: year
                    yearFrom: %s
                    blocks:
                      - { above: 0, upTo: 100, mode: progressive, price: 1 }
                      - { above: 100, mode: progressive, price: 3 }
            """.formatted(from);
    }

    private static String sewer(String code, String months) {
        return component(code, "sewer") + """
                    winter: { months: [%s], outside: average }
                    blocks: [{ above: 0, price: 2 }]
            """.formatted(months.replace(';', ','));
    }

    private static String component(String code, String kind) {
        return """
                  - component: %s
                    kind: %s
                    tax: water
                    source: list
            """.formatted(code, kind);
    }

    private static String told(String determinants, String net) {
        return EXAMPLE + "    determinants: { " + determinants + " }\n    expect: { net: " + net + " }\n";
    }

    private static String findings(String text) {
        return TariffBookParser.parse("book.yaml", text) instanceof RefusedBook refused
                ? refused.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"))
                : "";
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "--04-01, -",
                "--01-01, 'a second year, from --01-01, expected the one that others of the version have'",
            })
    void allYearsOfAVersionBeginOnOneDay(String second, @Nullable String found) {
        String text = HEAD
                + version("2017-01-01", year("water", "--04-01"), year("other", second))
                + told("used-this-year: 0", "20.00");
        isSaid(findings(text), "36:19", found);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2;1, -",
                "3, 'a second winter, of the months 3, expected the one that others of the version have, of 1, 2'",
            })
    void allSewageOfAVersionHasOneWinter(String second, @Nullable String found) {
        String text = HEAD
                + version("2017-01-01", sewer("sewer", "1;2"), sewer("other", second))
                + told("winter-average: 5", "20.00");
        isSaid(findings(text), "30:", found);
    }

    private static void isSaid(String findings, String place, @Nullable String found) {
        if (found == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).contains(place, found);
        }
    }

    /// Used since January is not used since April; one number says one of them.
    @ParameterizedTest
    @CsvSource({"--01-01, true", "--06-10, true", "--04-01, false"})
    void oneNumberIsNotOfTwoYears(String second, boolean isGood) {
        String text = HEAD
                + version("2017-01-01", year("water", "--01-01"))
                + version("2018-06-16", year("water", second))
                + told("used-this-year: 0", "10.00");
        assertThat(findings(text).contains("used-this-year 0")).isEqualTo(!isGood);
        assertThat(findings(text).contains("whose prices mean other days by it"))
                .isEqualTo(!isGood);
    }

    /// A demand charge of 2019, and bands of it, have no bearing on an example of 2018.
    @Test
    void anExampleIsToldWhatItsVersionsAskFor() {
        String demand = component("demand", "demand") + """
                    unit: kW
                    blocks: [{ above: 0, price: 4 }]
            """;
        String text = HEAD
                + version("2017-01-01", year("water", "--01-01"))
                + version("2019-01-01", demand)
                + told("used-this-year: 0", "10.00");
        assertThat(findings(text)).isEmpty();
    }
}
