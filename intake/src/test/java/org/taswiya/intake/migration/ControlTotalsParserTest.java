package org.taswiya.intake.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.ControlKind;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Finding;

class ControlTotalsParserTest {

    private static List<String> findings(String text) {
        return ControlTotalsParser.parse("t.yaml", text) instanceof ControlTotalsReading.Faulty(var found)
                ? found.stream().map(Finding::toString).toList()
                : List.of();
    }

    @Test
    void whatIsStatedIsReadAndNothingElse() {
        String text = """
                source: "extract of 30 June 2020"
                credits: { count: 1, sum: 20.05 }
                readings: { count: 3, to: 2020-06-30, last: { water: 3.5, electricity: 98765432109.5 } }
                customers: 2
                """;
        assertThat(ControlTotalsParser.parse("t.yaml", text))
                .isEqualTo(new ControlTotalsReading.Read(
                        "extract of 30 June 2020",
                        LocalDate.of(2020, 6, 30),
                        List.of(
                                new ControlTotal(ControlKind.CUSTOMERS, null, Decimal.of(2)),
                                new ControlTotal(ControlKind.READINGS, null, Decimal.of(3)),
                                new ControlTotal(
                                        ControlKind.LAST_READINGS, "electricity", Decimal.parse("98765432109.5")),
                                new ControlTotal(ControlKind.LAST_READINGS, "water", Decimal.parse("3.5")),
                                new ControlTotal(ControlKind.CREDITS, null, Decimal.ONE),
                                new ControlTotal(ControlKind.CREDITS_SUM, null, Decimal.parse("20.05")))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            customers: -1                             | 1:12: found -1
            customers: many                           | 1:12: found many
            clients: 1                                | 1:1: found the unknown field 'clients'
            openItems: 5                              | 1:12: found 5
            openItems: { count: 1, sum: 1.005 }       | 1:29: found 1.005
            openItems: { count: 1, sum: "1.00" }      | 1:29: found "1.00"
            credits: { count: 1, total: 5 }           | 1:22: found the unknown field 'total'
            readings: { to: 2020-02-30, count: 1 }    | 1:17: found 2020-02-30
            readings: { last: 12 }                    | 1:19: found 12
            readings: { last: { water: 1e9 } }        | 1:28: found 1e9
            """)
    void aFaultIsNamedWithItsPlace(String line, String found) {
        assertThat(findings(line + "\nsource: test\n"))
                .singleElement()
                .asString()
                .startsWith("t.yaml:" + found);
    }

    @Test
    void aFileWithoutSourceOrTotalIsNone() {
        assertThat(findings("source: test\n")).singleElement().asString().contains("found no total");
        assertThat(findings("customers: 1\n")).singleElement().asString().contains("no field 'source'");
        assertThat(findings("")).isNotEmpty();
    }
}
