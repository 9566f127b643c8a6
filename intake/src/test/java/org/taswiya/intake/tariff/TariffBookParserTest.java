package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.Tax.PaymentDuty;
import org.taswiya.core.tariff.Tax.VolumeLevy;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.intake.yaml.Finding;

class TariffBookParserTest {

    @Test
    void readsEveryFieldOfABook() {
        assertThat(TinyBook.whole()).isInstanceOf(TariffBook.class);
        TariffBook book = (TariffBook) TinyBook.whole();
        Tariff tariff = book.tariff();

        assertThat(tariff.id()).isEqualTo("tiny/water");
        assertThat(book.title()).isEqualTo(new TariffBook.Title("ماء", "Eau", "Water"));
        assertThat(tariff.unit()).isEqualTo(Unit.CUBIC_METRE);
        assertThat(tariff.basis()).isEqualTo(TaxBasis.BEFORE_TAX);
        assertThat(tariff.dueDays()).isEqualTo(18);
        assertThat(tariff.versions())
                .hasSize(2)
                .allMatch(version -> version.proration().equals(Proration.NONE));
        assertThat(tariff.versions().getFirst().to()).isEqualTo("2020-01-01");
        assertThat(tariff.versions().getLast().to()).isNull();

        BlockCharge water =
                (BlockCharge) tariff.versions().getFirst().components().getFirst();
        assertThat(water.rule().perHousehold()).isTrue();
        assertThat(water.clause()).isEqualTo("Grid of 2017");
        assertThat(water.tiers().get(1).bound()).isEqualTo(Decimal.of(21));
        assertThat(water.tiers().get(1).mode()).isEqualTo(BlockMode.SELECTIVE);
        assertThat(water.tiers().get(1).price()).isEqualTo(Decimal.parse("6.97"));
        assertThat(tariff.versions().getFirst().components())
                .hasAtLeastOneElementOfType(VolumeCharge.class)
                .hasAtLeastOneElementOfType(MinimumCharge.class);
        assertThat(tariff.taxes())
                .hasAtLeastOneElementOfType(VolumeLevy.class)
                .hasAtLeastOneElementOfType(PaymentDuty.class);
        assertThat(tariff.dutyOn(
                        PaymentChannel.CASH, tariff.versions().getFirst().from()))
                .isPresent();
        assertThat(ExampleCheck.failures(book, book.examples().getFirst())).isEmpty();
    }

    @Test
    void keepsTheExactDecimalsOfTheFile() {
        TariffBook book = (TariffBook) TinyBook.with("price: 2.99", "price: 0.100000001");
        BlockCharge water =
                (BlockCharge) book.tariff().versions().getFirst().components().getFirst();
        assertThat(water.tiers().getFirst().price().toBigDecimal()).isEqualTo(new BigDecimal("0.100000001"));
    }

    @Test
    void knowsWhichLinesRestOnAPlaceholder() {
        TariffBook book = (TariffBook) TinyBook.whole();
        assertThat(book.placeholders()).singleElement().satisfies(placeholder -> {
            assertThat(placeholder.line() + ":" + placeholder.column()).isEqualTo("48:70");
            assertThat(placeholder.subject()).isEqualTo("water block 3 from 2017-01-01");
            assertThat(placeholder.why()).isEqualTo("guessed");
            assertThat(placeholder.figures()).containsExactly(new TariffPlaceholder.Figure("water", null, 3));
        });
        assertThat(book.tariff().versions().getFirst().placeholder()).isTrue();
        assertThat(book.tariff().versions().getLast().placeholder()).isFalse();
    }

    @Test
    void aBookSaysHowManyMonthsAPeriodHas() {
        TariffBook book = (TariffBook) TinyBook.with("rounding: unrounded", "rounding: unrounded, everyMonths: 3");
        assertThat(book.tariff().versions())
                .allMatch(version -> version.proration().everyMonths() == 3);
    }

    @Test
    void aVersionsPlaceholderCoversOnlyFiguresWithoutASourceOfTheirOwn() {
        TariffBook book = (TariffBook) TinyBook.with("source: list of 2017", "placeholder: guessed");
        assertThat(book.placeholders().getFirst().subject()).isEqualTo("the version from 2017-01-01");
        assertThat(book.placeholders().getFirst().figures())
                .contains(
                        new TariffPlaceholder.Figure("water", null, 1),
                        new TariffPlaceholder.Figure("minimum", null, 0))
                .doesNotContain(new TariffPlaceholder.Figure("water", null, 3));
    }

    /// What is broken, by what it is replaced, and the findings as `line:column: found ..., expected ...`; one
    /// block each in `faults.txt`.
    static List<Arguments> faults() throws IOException {
        List<Arguments> faults = new ArrayList<>();
        try (InputStream in = TariffBookParserTest.class.getResourceAsStream("faults.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.split("(?m)^== ")) {
                if (!block.startsWith("#")) {
                    faults.add(fault(block.lines().toList()));
                }
            }
        }
        return faults;
    }

    private static Arguments fault(List<String> lines) {
        String piece = marked(lines, "- ").getFirst();
        String replacement = marked(lines, "+ ").getFirst();
        return Arguments.of(lines.getFirst(), piece, replacement, marked(lines, "> "));
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .map(line ->
                        mark.equals("> ") ? line : line.replace("\\n", "\n").replace("\\t", "\t"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultHasItsPlace(String trap, String piece, String replacement, List<String> expected) {
        ParsedBook parsed = TinyBook.with(piece, replacement);
        assertThat(parsed).as(trap).isInstanceOf(RefusedBook.class);
        List<String> found = ((RefusedBook) parsed)
                .findings().stream()
                        .map(finding -> finding.toString().substring("tiny.yaml:".length()))
                        .toList();
        assertThat(found).as(trap).containsExactlyElementsOf(expected);
    }

    @Test
    void findsAllFaultsOfAFileInItsOrder() {
        String broken = TinyBook.TEXT
                .replace("unit: m3", "unit: gallon")
                .replace("rate: 0.07", "rate: 7")
                .replace("price: 2.99", "price: free")
                .replace("  - from: 2020-01-01", "  - from: yesterday")
                .replace("usage: 0", "usage: -1");
        RefusedBook refused = (RefusedBook) TariffBookParser.parse("tiny.yaml", broken);
        assertThat(refused.findings())
                .extracting(finding -> finding.line() + ":" + finding.column())
                .containsExactly("5:7", "16:35", "46:60", "63:11", "75:12");
    }

    @Test
    void anAliasBombIsRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "x"));
        }
        RefusedBook refused = (RefusedBook) TariffBookParser.parse("bomb.yaml", bomb.toString());
        assertThat(refused.findings())
                .singleElement()
                .hasToString("bomb.yaml:1:5: found the anchor &a0, expected values written out, without anchors");
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsFull() {
        RefusedBook refused = (RefusedBook) TariffBookParser.parse("deep.yaml", "a: " + "[".repeat(400_000));
        assertThat(refused.findings().getFirst().found()).isEqualTo("more than 12 levels of nesting");
    }

    @Test
    void whatIsNoBookAtAllIsAFinding(@TempDir Path folder) throws Exception {
        assertThat(faultsOf(TariffBookParser.parse("x.yaml", "")))
                .containsExactly("x.yaml:1:1: found an empty file, expected fields such as 'name: value'");
        assertThat(faultsOf(TariffBookParser.parse("x.yaml", "just words")))
                .containsExactly("x.yaml:1:1: found just words, expected the fields of a price book");
        assertThat(faultsOf(TariffBookParser.parse("x.yaml", "a: \u0000")).getFirst())
                .startsWith("x.yaml:1:4: found bytes that are no text in UTF-8");
        assertThat(faultsOf(TariffBookParser.parse("x.yaml", "a: [")).getFirst())
                .contains("found YAML that cannot be read");

        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "title: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faultsOf(TariffBookParser.parse(latin)))
                .containsExactly(latin + ":1:1: found bytes that are not UTF-8, expected a text file in UTF-8");
        Path huge = folder.resolve("huge.yaml");
        Files.writeString(huge, "#".repeat(1_000_001));
        assertThat(faultsOf(TariffBookParser.parse(huge)))
                .containsExactly(huge + ":1:1: found 1000001 bytes, expected at most 1000000");
        assertThat(faultsOf(TariffBookParser.parse(folder.resolve("missing.yaml")))
                        .getFirst())
                .contains("found a file that cannot be read");
    }

    private static List<String> faultsOf(ParsedBook parsed) {
        return ((RefusedBook) parsed).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void anExampleThatIsNotMetIsAFindingAtTheFigureItExpects() {
        TariffBook book = (TariffBook) TinyBook.with("net: 12.50", "net: 12.60");
        assertThat(ExampleCheck.failures(book, book.examples().getFirst()))
                .singleElement()
                .hasToString("tiny.yaml:76:20: found net = 12.50 in example 'nothing used', expected 12.6");
        TariffBook near = (TariffBook) TinyBook.with("{ net: 12.50", "{ tolerance: 0.10, net: 12.60");
        assertThat(ExampleCheck.failures(near, near.examples().getFirst())).isEmpty();
    }
}
