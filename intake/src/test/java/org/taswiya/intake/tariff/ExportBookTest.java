package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.tariff.Determinant;

/// What is fed in, in a book: what is read, and what is wrong where.
class ExportBookTest {
    private static final String HEAD = TinyBook.electricity("sun") + """
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: energy
                    kind: blocks
                    tax: energy
                    households: ignore
                    blocks: [{ above: 0, mode: progressive, price: 1 }]
            """;
    private static final String CREDITED = HEAD + """
                  - component: feed-in
                    kind: export
                    tax: energy
                    band: peak
                    months: [3, 4]
                    excess: paid
                    blocks: [{ above: 0, upTo: 10, price: 0.5 }, { above: 10, price: 0.25 }]
                  - component: bonus
                    kind: rider
                    tax: energy
                    of: [energy]
                    rate: 0.1
            examples:
              - name: March
                derived: 10 x 1.1 - 10 x 0.5 - 90 x 0.25
                period: { from: 2017-03-01, to: 2017-04-01 }
                usage: 10
                determinants: { exported-energy: { peak: 100 } }
                expect: { net: -16.50 }
            """;
    private static final String NETTED = HEAD + """
                  - component: own
                    kind: net-metering
                    tax: energy
                    settlement: { month: 12, price: 0.3 }
                    excess: lost
            examples:
              - name: March
                derived: 10 - 5 - 2
                period: { from: 2017-03-01, to: 2017-04-01 }
                usage: 10
                determinants: { exported-energy: 5, carried-in: 2 }
                expect: { net: 3.00 }
            """;

    @Test
    void theBooksAreGoodAndTheirExamplesAreMet() {
        for (String text : new String[] {CREDITED, NETTED}) {
            assertThat(TariffBookParser.parse("book.yaml", text)).isInstanceOfSatisfying(TariffBook.class, book -> {
                assertThat(ExampleCheck.failures(book, book.examples().getFirst()))
                        .isEmpty();
                assertThat(book.tariff().determinants()).contains(Determinant.EXPORTED_ENERGY);
            });
            assertThat(TariffSchemaTest.faults(text)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "export-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        String good = CREDITED.contains(piece) ? CREDITED : NETTED;
        new FaultyBook(good, piece, replacement, found, expected).isRefused(!schema.equals("no"));
    }
}
