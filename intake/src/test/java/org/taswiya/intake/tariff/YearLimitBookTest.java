package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// Amounts of a year in a book: what is read, and what is wrong where.
class YearLimitBookTest {
    private static final String TEXT = TinyBook.water("limits") + """
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: water
                    kind: per-unit
                    tax: water
                    price: 1
                  - component: least
                    kind: minimum
                    tax: water
                    perYear: 1200
                    yearFrom: --04-01
                  - component: most
                    kind: maximum
                    tax: water
                    perYear: 3000
                    yearFrom: --04-01
                  - component: monthly
                    kind: minimum
                    tax: water
                    perMonth: 10
                  - component: on-top
                    kind: rider
                    tax: water
                    of: [water]
                    rate: 0.5
            examples:
              - name: the last month of a year
                derived: "1200 - 1150 - 15"
                period: { from: 2018-03-01, to: 2018-04-01 }
                usage: 10
                determinants: { charged-this-year: 1150, days-this-year: 334, final-bill: 0 }
                expect: { net: 50.00, byComponent: { least: 35.00 } }
            """;

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(book.examples())
                    .singleElement()
                    .satisfies(example ->
                            assertThat(ExampleCheck.failures(book, example)).isEmpty());
            assertThat(book.tariff().versions().getFirst().components())
                    .contains(new YearLimit(
                            "least", false, Decimal.of(1200), new BlockSpan.Year(MonthDay.of(4, 1)), "water", "Grid"));
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "year-limit-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, lines(piece), lines(replacement), found, expected).isRefused(!schema.equals("no"));
    }

    /// In part of a moved year what was charged would be compared twice, or not at all.
    @Test
    void aVersionDoesNotMoveTheYear() {
        String next = """
              - from: 2018-07-01
                clause: Grid
                source: list
                components:
                  - component: water
                    kind: per-unit
                    tax: water
                    price: 1
                  - component: at-least
                    kind: minimum
                    tax: water
                    perYear: 2400
                    yearFrom: --01-01
            examples:
            """;
        new FaultyBook(TEXT, "examples:\n", next, "a year from --01-01", "of the versions before, from --04-01")
                .isRefused(false);
        String kept = TEXT.replace("examples:\n", next.replace("--01-01", "--04-01"));
        assertThat(TariffBookParser.parse("book.yaml", kept)).isInstanceOf(TariffBook.class);
    }

    private static String lines(String fields) {
        return fields.replace("; ", "\n        ");
    }
}
