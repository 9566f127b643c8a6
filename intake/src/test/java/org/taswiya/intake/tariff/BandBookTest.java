package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Time bands and demand in a book: what is read, and what is wrong where.
class BandBookTest {
    private static final String TEXT = TinyBook.electricity("bands") + """
              - from: 2017-01-01
                clause: Grid
                components:
                  - component: energy
                    kind: bands
                    tax: energy
                    bounds: month
                    source: list
                    bands:
                      - band: peak
                        placeholder: guessed
                        blocks:
                          - { above: 0, upTo: 100, price: 2 }
                          - { above: 100, price: 4, source: bill }
                      - band: off-peak
                        blocks: [{ above: 0, price: 1 }]
                  - component: capacity
                    kind: demand
                    tax: energy
                    unit: kVA
                    months: [6, 7]
                    source: list
                    blocks: [{ above: 0, price: 5 }]
                  - component: meter
                    kind: fixed
                    tax: energy
                    perDay: 0.5
                    source: list
            examples:
              - name: July
                derived: arithmetic
                period: { from: 2017-07-01, to: 2017-08-01 }
                usage: { peak: 50, off-peak: 150 }
                demand: 10
                expect: { net: 365.50, byComponent: { energy: 300.00, capacity: 50.00, meter: 15.50 } }
            """;

    @TempDir
    private Path folder;

    private ParsedBook read(String text) throws IOException {
        return TariffBookParser.parse(Files.writeString(folder.resolve("book.yaml"), text));
    }

    @Test
    void theBookIsGoodAndItsExampleIsMet() throws IOException {
        assertThat(read(TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
            assertThat(book.tariff().timeBands()).containsExactly("off-peak", "peak");
            assertThat(book.tariff().isOfDemand()).isTrue();
            assertThat(book.tariff().isOfUsageAlone()).isFalse();
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    /// The other band, and the block that has a source of its own, do not rest on it.
    @Test
    void aPlaceholderOfABandCoversItsPricesAlone() throws IOException {
        assertThat(((TariffBook) read(TEXT)).placeholders())
                .singleElement()
                .satisfies(placeholder -> assertThat(placeholder.figures())
                        .containsExactly(new TariffPlaceholder.Figure("energy", "peak", 1)));
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "band-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement.replace(", perYear", "\n        perYear"), found, expected)
                .isRefused(!schema.equals("no"));
    }
}
