package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.tariff.Determinant;

/// Charges on power in a book: what is read, and what is wrong where.
class PowerBookTest {
    private static final String TEXT = TinyBook.electricity("power") + """
              - from: 2017-01-01
                clause: Grid
                components:
                  - component: energy
                    kind: bands
                    tax: energy
                    source: list
                    bands:
                      - band: peak
                        blocks: [{ above: 0, price: 2 }]
                      - band: off-peak
                        blocks: [{ above: 0, price: 1 }]
                  - component: subscription
                    kind: subscribed
                    tax: energy
                    unit: kVA
                    band: peak
                    per: year
                    source: list
                    blocks:
                      - { above: 0, upTo: 36, price: 120 }
                      - { above: 36, price: 96, placeholder: guessed }
                  - component: overrun
                    kind: overrun
                    tax: energy
                    unit: kVA
                    band: peak
                    months: [1, 2, 3]
                    per: month
                    allowed: 1.05
                    price: 15
                    source: list
                  - component: switch
                    kind: overrun
                    tax: energy
                    unit: kVA
                    per: exceedance
                    price: 2
                    source: list
                  - component: capacity
                    kind: billed-demand
                    tax: energy
                    unit: kW
                    powerFactor: 0.90
                    source: list
                    floors:
                      - { of: past-demand, share: 0.8, lookBack: 2, among: [1, 2] }
                      - { least: 20 }
                    blocks: [{ above: 0, price: 10 }]
                  - component: reactive
                    kind: reactive
                    tax: energy
                    band: peak
                    tanPhi: 0.4
                    price: 0.05
                    source: list
                  - component: factor
                    kind: power-factor
                    tax: energy
                    of: [energy]
                    below: 0.90
                    rate: 0.01
                    bonus: { above: 0.95, rate: 0.005 }
                    source: list
            examples:
              - name: March
                derived: arithmetic
                period: { from: 2017-03-01, to: 2017-04-01 }
                usage: { peak: 50, off-peak: 150 }
                demand: { peak: 44 }
                determinants:
                  subscribed-power: { peak: 40 }
                  exceedances: 3
                  past-demand: { 2017-01: 100, 2017-02: 90 }
                  reactive-energy: { peak: 30 }
                  power-factor: 0.88
                expect:
                  net: 1483.50
                  byComponent: { overrun: 30.00, switch: 6.00, capacity: 800.00, reactive: 0.50, factor: 5.00 }
            """;

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
            assertThat(book.tariff().determinants())
                    .containsExactly(
                            Determinant.SUBSCRIBED_POWER,
                            Determinant.EXCEEDANCES,
                            Determinant.PAST_DEMAND,
                            Determinant.REACTIVE_ENERGY,
                            Determinant.POWER_FACTOR);
            assertThat(book.tariff().demandBands()).containsExactly("peak");
            assertThat(book.placeholders())
                    .singleElement()
                    .satisfies(placeholder -> assertThat(placeholder.figures())
                            .containsExactly(new TariffPlaceholder.Figure("subscription", "peak", 2)));
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "power-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement, found, expected).isRefused(!schema.equals("no"));
    }
}
