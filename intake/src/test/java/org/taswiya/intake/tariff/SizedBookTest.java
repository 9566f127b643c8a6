package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.tariff.Determinant;

/// Charges by size and on sewage in a book: what is read, and what is wrong where.
class SizedBookTest {
    private static final String TEXT = TinyBook.water("sized") + """
              - from: 2017-01-01
                clause: Grid
                components:
                  - component: meter
                    kind: sized
                    tax: water
                    by: meter-size
                    per: month
                    source: list
                    sizes:
                      - { size: 0.75, price: 12.50 }
                      - { size: 2, price: 51, placeholder: guessed }
                  - component: sewer
                    kind: sewer
                    tax: water
                    returned: 0.8
                    winter: { months: [12, 1, 2], outside: at-most }
                    source: list
                    blocks: [{ above: 0, upTo: 8, price: 1 }, { above: 8, price: 2 }]
            examples:
              - name: a house
                derived: list
                period: { from: 2017-03-01, to: 2017-04-01 }
                usage: 20
                determinants: { meter-size: 0.75, winter-average: 15 }
                expect: { net: 28.50, byComponent: { sewer: 16.00 } }
            """;

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
            assertThat(book.tariff().determinants())
                    .containsExactly(Determinant.METER_SIZE, Determinant.WINTER_AVERAGE);
            assertThat(book.tariff().isOfUsageAlone()).isFalse();
            assertThat(book.placeholders())
                    .singleElement()
                    .satisfies(placeholder -> assertThat(placeholder.figures())
                            .containsExactly(new TariffPlaceholder.Figure("meter", null, 2)));
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "sized-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement, found, expected).isRefused(!schema.equals("no"));
    }
}
