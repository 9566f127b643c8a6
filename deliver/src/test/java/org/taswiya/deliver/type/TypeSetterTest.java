package org.taswiya.deliver.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSetterTest {
    private final TypeSetter setter = new TypeSetter();

    /// What is seen from left to right, each glyph as the characters that it stands for.
    private String seen(String text, boolean isFromRight) {
        return setter.line(text, false, isFromRight).runs().stream()
                .flatMap(run -> run.glyphs().stream())
                .map(GlyphRun.Glyph::text)
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            from the left                | false | Eau 12        | Eau 12
            from the right               | true  | ماء           | ءام
            figures stay as they are     | true  | ماء 12        | 12 ءام
            a Latin name inside          | true  | ماء Ali       | Ali ءام
            brackets turn round          | true  | (ماء)         | (ءام)
            Arabic inside                | false | a ماء b       | a ءام b
            """)
    void directionFollowsTheText(String trap, boolean isFromRight, String text, String seen) {
        assertThat(seen(text, isFromRight)).as(trap).isEqualTo(seen.replace("(ءام)", ")ءام("));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a credit         | \u2212490,09      | \u2212490,09
            a telephone      | +212 5 22 00      | +212 5 22 00
            a bill's number  | 0000000042BQ      | 0000000042BQ
            """)
    void whatIsIsolatedDoesNotTurnRound(String trap, String isolated, String seen) {
        assertThat(seen("رقم \u2066" + isolated + "\u2069", true)).as(trap).isEqualTo(seen + " مقر");
    }

    @Test
    void lettersAreJoined() {
        int alone = glyph("ب", 0);
        int first = glyph("بت", 1);
        int middle = glyph("تبت", 1);
        int last = glyph("تب", 0);
        assertThat(List.of(alone, first, middle, last)).doesNotHaveDuplicates();
    }

    private int glyph(String text, int fromLeft) {
        return setter.line(text, false, true)
                .runs()
                .getFirst()
                .glyphs()
                .get(fromLeft)
                .id();
    }

    @Test
    void pointsAreReadAfterTheirLetter() {
        assertThat(seen("مُقَدَّر", true)).isEqualTo("ر" + "دَّ" + "قَ" + "مُ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            an emoji,         😀, \uFFFD
            Chinese,          中, \uFFFD
            a no-break space, \u00A0, ' '
            a minus,          \u2212, \u2212
            nearly,           ≈, ≈
            """)
    void whatNoTypefaceHasIsShownAsMissing(String what, String text, String seen) {
        assertThat(seen("a" + text + "b", false)).as(what).isEqualTo("a" + seen + "b");
    }

    @Test
    void aControlIsASpace() {
        assertThat(setter.line("a\u0007b", false, false).width())
                .isEqualTo(setter.line("a b", false, false).width());
    }

    @Test
    void nothingIsALineOfNoWidth() {
        assertThat(setter.line("", false, true).width()).isZero();
        assertThat(setter.paragraph("", false, false, 100)).allMatch(line -> line.width() == 0);
    }

    @Test
    void wordsAreKeptWhole() {
        List<TextLine> lines = setter.paragraph("one two three four", false, false, 4_300);
        assertThat(lines).extracting(TextLine::text).containsExactly("one two", "three", "four");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a", "م", "😀", "Ā"})
    void aNameOfThreeHundredLettersIsCut(String letter) {
        String name = letter.repeat(300);
        List<TextLine> lines = setter.paragraph("x " + name + " y", true, false, 20_000);
        assertThat(lines).allMatch(line -> line.width() <= 20_000).hasSizeGreaterThan(3);
        assertThat(lines.stream()
                        .map(TextLine::text)
                        .collect(Collectors.joining())
                        .replace(" ", ""))
                .isEqualTo("x" + name + "y");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an amount and its unit    | aa 149,07 DH           | aa/149,07 DH
            a French sign             | aaaa bbbb : c          | aaaa/bbbb : c
            nothing to keep together  | aaaaa bbbbb            | aaaaa/bbbbb
            """)
    void aLineTearsNothingApart(String trap, String text, String lines) {
        List<TextLine> broken = new TypeSetter().paragraph(text, false, false, 5_300);
        assertThat(broken.stream().map(TextLine::text)).as(trap).isEqualTo(List.of(lines.split("/")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Latin letters in an Arabic line  | \u2068aaaa bbbb cccc\u2069 | aaaa/bbbb…
            Arabic letters in a French line  | \u2068مممم بببب تتتت\u2069 | مممم/بببب…
            enough room                      | \u2068aaaa bbbb\u2069      | aaaa/bbbb
            """)
    void whatIsTooLongEndsInAMark(String trap, String text, String lines) {
        List<TextLine> kept = new TypeSetter().shortened(text, false, trap.contains("Arabic line"), 3_400, 2);
        assertThat(kept.stream().map(TextLine::text)).as(trap).isEqualTo(List.of(lines.split("/")));
    }
}
