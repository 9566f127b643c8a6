package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.tariff.TariffVersion;

/// Charges that hang on others in a book: what is read, and what is wrong where.
class HangingBookTest {
    private static final String TEXT = TinyBook.water("hanging") + """
              - from: 2017-01-01
                clause: Grid
                source: list
                components:
                  - component: water
                    kind: blocks
                    tax: water
                    households: ignore
                    months: [3, 4, 5]
                    blocks: [{ above: 0, mode: progressive, price: 2 }]
                  - component: fuel
                    kind: per-unit
                    tax: water
                    price: -0.25
                  - component: town
                    kind: rider
                    tax: water
                    of: [water, fuel]
                    rate: -0.5
                    placeholder: guessed
                  - component: minimum
                    kind: minimum
                    tax: water
                    perMonth: 1
                  - component: campaign
                    kind: discount
                    tax: water
                    of: [water]
                    perMonth: 2
                    from: 2017-03-16
                    to: 2017-04-16
                    where: social-tariff
                  - component: maximum
                    kind: maximum
                    tax: water
                    perMonth: 50
              - from: 2018-01-01
                clause: Grid
                source: list
                components:
                  - { component: water, kind: per-unit, tax: water, price: 3 }
            examples:
              - name: spring
                derived: 20 - 2.5 - 8.75 - 2 x 16/31
                period: { from: 2017-03-01, to: 2017-04-01 }
                usage: 10
                determinants: { social-tariff: 1 }
                expect: { net: 7.72, byComponent: { town: -8.75, campaign: -1.03 } }
            """;

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffBookParser.parse("book.yaml", TEXT)).isInstanceOfSatisfying(TariffBook.class, book -> {
            assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
            assertThat(book.tariff().isOfUsageAlone()).isFalse();
            assertThat(book.tariff().versions().stream().map(TariffVersion::from))
                    .containsExactly(day(2017, 1, 1), day(2017, 3, 16), day(2017, 4, 16), day(2018, 1, 1));
            assertThat(book.placeholders())
                    .singleElement()
                    .satisfies(placeholder -> assertThat(placeholder.figures())
                            .containsExactly(new TariffPlaceholder.Figure("town", null, 0)));
        });
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
    }

    private static LocalDate day(int year, int month, int dayOfMonth) {
        return LocalDate.of(year, month, dayOfMonth);
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "hanging-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement.replace("\\n", "\n"), found, expected).isRefused(!schema.equals("no"));
    }

    /// Each rider on the two before it is told twice as often as they are.
    @Test
    void ridersThatDoubleEachOtherAreRefused() {
        String riders = IntStream.range(2, 40)
                .mapToObj(i -> "      - { component: r%d, kind: rider, tax: water, of: [%s, %s], rate: 0.1 }\n"
                        .formatted(i, i == 2 ? "water" : "r" + (i - 1), i < 4 ? "fuel" : "r" + (i - 2)))
                .collect(Collectors.joining());
        String text = TEXT.replace("      - component: minimum\n", riders + "      - component: minimum\n");
        assertThat(TariffBookParser.parse("book.yaml", text))
                .isInstanceOfSatisfying(
                        RefusedBook.class,
                        book -> assertThat(book.findings())
                                .first()
                                .satisfies(finding ->
                                        assertThat(finding.found()).contains("more than 1000 others in turn")));
    }
}
