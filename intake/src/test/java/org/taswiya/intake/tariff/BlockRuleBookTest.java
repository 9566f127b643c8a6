package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockRule.Persons;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;

/// Blocks of a year, by persons and by the size of the meter in a book: what is read, and what is wrong where.
class BlockRuleBookTest {
    private static final String TEXT = TinyBook.water("blocks") + """
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: water
                    kind: blocks
                    tax: water
                    households: ignore
                    bounds: year
                    yearFrom: --04-01
                    persons: { from: 1, to: 6, ifUnknown: 4 }
                    meterSizes: [{ size: 15, times: 1 }, { size: 20, times: 1.5 }]
                    blocks:
                      - { above: 0, upTo: 0, perPerson: 10, mode: progressive, price: 1 }
                      - { above: 0, upTo: 20, perPerson: 10, mode: progressive, price: 2 }
                      - { above: 20, mode: progressive, price: 3 }
                  - component: garden
                    kind: blocks
                    tax: water
                    households: ignore
                    bounds: day
                    blocks:
                      - { above: 0, upTo: 100, tolerance: 1, mode: selective, price: 0 }
                      - { above: 100, mode: selective, price: 1 }
            examples:
              - name: two persons in March
                derived: "a small meter; 15 of the year's first 20 are used: 5 x 1 + 20 x 2 + 5 x 3"
                period: { from: 2018-03-01, to: 2018-04-01 }
                usage: 30
                determinants: { meter-size: 15, used-this-year: 15, persons: 2 }
                expect: { net: 60.00, blocks: { 1: 5, 2: 20, 3: 5 } }
              - name: nobody told the persons
                derived: "4 count: the bounds are 60 and 90: 30 x 1"
                period: { from: 2018-03-01, to: 2018-04-01 }
                usage: 30
                determinants: { meter-size: 20, used-this-year: 0 }
                expect: { net: 30.00 }
            """;

    @Test
    void theBookIsGoodAndItsExamplesAreMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(book.examples())
                    .hasSize(2)
                    .allSatisfy(example ->
                            assertThat(ExampleCheck.failures(book, example)).isEmpty());
            assertThat(book.tariff().determinants())
                    .containsExactlyInAnyOrder(Determinant.METER_SIZE, Determinant.USED_THIS_YEAR);
            BlockRule rule = ((BlockCharge)
                            book.tariff().versions().getFirst().components().getFirst())
                    .rule();
            assertThat(rule.span()).isEqualTo(new BlockSpan.Year(MonthDay.of(4, 1)));
            assertThat(rule.persons()).isEqualTo(new Persons(1, 6, 4));
            assertThat(rule.meterSizes())
                    .isEqualTo(Map.of(Decimal.of(15), Decimal.ONE, Decimal.of(20), Decimal.parse("1.5")));
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "block-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement, found, expected).isRefused(!schema.equals("no"));
    }
}
