package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;

/// A demand charge of the highest in several time bands.
class DemandBandsBookTest {
    private static final String TEXT = TinyBook.electricity("bands") + """
              - from: 2017-01-01
                clause: Grid
                components:
                  - component: energy
                    kind: bands
                    tax: energy
                    source: list
                    bands:
                      - { band: peak, blocks: [{ above: 0, price: 2 }] }
                      - { band: shoulder, blocks: [{ above: 0, price: 1 }] }
                      - { band: night, blocks: [{ above: 0, price: 1 }] }
                  - component: daytime
                    kind: demand
                    tax: energy
                    unit: kW
                    bands: [shoulder, peak]
                    source: list
                    blocks: [{ above: 0, price: 5 }]
            examples:
              - name: the higher of the two, whatever the night
                derived: "9 x 5"
                period: { from: 2017-07-01, to: 2017-08-01 }
                usage: { peak: 0, shoulder: 0, night: 0 }
                demand: { peak: 8, shoulder: 9, night: 30 }
                expect: { net: 45.00, byComponent: { daytime: 45.00 } }
            """;

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
            assertThat(book.tariff().demandBands()).containsExactly("peak", "shoulder");
            DemandCharge charge = (DemandCharge)
                    book.tariff().versions().getFirst().components().getLast();
            assertThat(charge.bands()).isEqualTo(new DemandBands(List.of("peak", "shoulder")));
            assertThat(charge.bands().label()).isEqualTo("peak + shoulder");
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "bands: [shoulder, peak, peak] | 'peak' a second time | each time band once",
                "bands: [shoulder, PEAK] | PEAK | a time band's code such as peak",
                "bands: [] | an empty list | a list, each item a time band's code such as peak",
                "bands: peak | peak | a list, each item a time band's code such as peak",
                "bands: [shoulder, { band: peak }] | ANY | a time band's code such as peak",
                "bands: [shoulder, peak] / band: peak | 'bands' beside 'band' | one of them",
            })
    void isRefused(String replacement, String found, String expected) {
        new FaultyBook(TEXT, "bands: [shoulder, peak]", replacement.replace(" / ", "\n        "), found, expected)
                .isRefused(true);
    }
}
