package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;

/// Indexes and stages of a drought in a book: what is read, and what is wrong where.
class DatedBookTest {
    private static final String TEXT = """
            book: tiny/dated
            title: { ar: ماء, fr: Eau, en: Water }
            service: water
            currency: MAD
            unit: m3
            prices: before-tax
            rounding: half-up
            dueDays: 18
            proration: { bounds: none, charges: none, rounding: unrounded }
            taxes:
              - code: VAT
                kind: value-added
                class: water
                clause: VAT
                rates: [{ from: 2016-01-01, rate: 0, source: law }]
            indexes:
              - index: fuel
                values:
                  - { month: 2017-12, value: 200, source: bulletin }
                  - { month: 2018-01, value: 202, source: bulletin }
                  - { month: 2018-02, value: 204, source: bulletin }
            versions:
              - from: 2018-01-01
                clause: Grid
                source: list
                components:
                  - component: water
                    kind: blocks
                    tax: water
                    households: ignore
                    indexed: { by: fuel, base: 200, decimals: 3, missing: refused }
                    blocks: [{ above: 0, mode: progressive, price: 1.5 }]
                  - component: drought
                    kind: drought
                    tax: water
                    of: [water]
                    stages:
                      - { stage: 1, rate: 0.1 }
                      - { stage: 2, price: 3, above: 10 }
                    inForce:
                      - { stage: 1, from: 2018-01-16, to: 2018-02-11 }
                      - { stage: 2, from: 2018-02-21 }
            examples:
              - name: January
                derived: 15.15 + 1.515 x 16/31
                period: { from: 2018-01-01, to: 2018-02-01 }
                usage: 10
                expect: { net: 15.93 }
            """;

    private static Tariff tariff(String text) {
        return ((TariffBook) TariffBookParser.parse("book.yaml", text)).tariff();
    }

    private static List<ChargeLine> lines(Tariff tariff, LocalDate from, int usage) {
        return tariff.resolve(DateRange.of(from, from.plusMonths(1)), 1)
                .rate(Fraction.of(usage))
                .lines();
    }

    @Test
    void theBookIsGoodAndItsExampleIsMet() {
        assertThat(TariffSchemaTest.faults(TEXT)).isEmpty();
        TariffBook book = (TariffBook) TariffBookParser.parse("book.yaml", TEXT);
        assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
    }

    /// Cut where a month begins and where a stage does, and no further than the index is known.
    @Test
    void daysInsideAVersionAreVersions() {
        assertThat(tariff(TEXT).versions().stream().map(TariffVersion::from).map(LocalDate::toString))
                .containsExactly("2018-01-01", "2018-01-16", "2018-02-01", "2018-02-11", "2018-02-21");
        assertThat(tariff(TEXT).versions().getLast().to()).isEqualTo("2018-03-01");
    }

    @Test
    void aMonthWithoutAValueIsRefused() {
        LocalDate march = LocalDate.of(2018, 3, 1);
        assertThat(tariff(TEXT).covers(DateRange.of(march.minusDays(1), march))).isTrue();
        assertThat(tariff(TEXT).covers(DateRange.of(march, march.plusDays(1)))).isFalse();
    }

    @Test
    void theLastKnownIsNamedInTheDerivation() {
        Tariff tariff = tariff(TEXT.replace("missing: refused", "missing: last-known"));
        assertThat(lines(tariff, LocalDate.of(2018, 5, 1), 10).getFirst()).satisfies(line -> {
            assertThat(line.price()).isEqualTo(Decimal.parse("1.53"));
            assertThat(line.clause()).isEqualTo("Grid (fuel of 2018-02, the last known: 204/200)");
        });
        assertThat(lines(tariff, LocalDate.of(2018, 2, 1), 10).getFirst().clause())
                .isEqualTo("Grid (fuel of 2018-02: 204/200)");
    }

    /// 1.5 x 202 / 200 is 1.515, and 1.52 where the book says so: half up.
    @Test
    void aPriceIsRoundedAsTheBookSays() {
        Tariff tariff = tariff(TEXT.replace("decimals: 3", "decimals: 2").replace("net: 15.93", "net: 15.98"));
        assertThat(lines(tariff, LocalDate.of(2018, 1, 1), 10).getFirst().price())
                .isEqualTo(Decimal.parse("1.52"));
    }

    @Test
    void aStageIsNamedAndOffWhereNoneIsInForce() {
        assertThat(lines(tariff(TEXT), LocalDate.of(2018, 2, 1), 12).stream()
                        .filter(line -> line.component().equals("drought"))
                        .map(line -> line.range() + " " + line.block() + " " + line.amount() + " " + line.clause()))
                .containsExactly(
                        "2018-02-01/2018-02-11 0 0.66 Grid, stage 1", // 18.36 x 0.1 x 10/28
                        "2018-02-21/2018-03-01 1 0.00 Grid, stage 2",
                        "2018-02-21/2018-03-01 2 1.71 Grid, stage 2"); // 2 x 3 x 8/28
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "dated-faults.txt", delimiter = '|', quoteCharacter = '`')
    void isRefused(String piece, String replacement, String schema, String found, String expected) {
        new FaultyBook(TEXT, piece, replacement.replace("\\n", "\n"), found, expected).isRefused(!schema.equals("no"));
    }
}
