package org.taswiya.deliver.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.deliver.tariff.TextDifference.Kind;
import org.taswiya.deliver.tariff.TextDifference.Line;
import org.taswiya.deliver.tariff.TextDifference.Run;

final class TextDifferenceTest {

    private static String text(String letters) {
        return letters.chars().mapToObj(letter -> (char) letter + "\n").collect(Collectors.joining());
    }

    private static String said(TextDifference difference) {
        return difference.lines().stream()
                .map(line -> switch (line.kind()) {
                    case STAYED -> line.text();
                    case WENT -> "-" + line.text();
                    case CAME -> "+" + line.text();
                })
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "'', '', ''",
        "abc, abc, abc",
        "abc, '', -a-b-c",
        "'', abc, +a+b+c",
        "abc, axc, a-b+xc",
        "abc, abcd, abc+d",
        "abc, zabc, +zabc",
        "abcabba, cbabac, -a-bc+bab-ba+c",
        "aab, ab, a-ab",
    })
    void theFewestLinesGoAndCome(String before, String after, String said) {
        assertThat(said(TextDifference.of(text(before), text(after)))).isEqualTo(said);
    }

    @Test
    void eachLineHasItsNumberInBothTexts() {
        assertThat(TextDifference.of("a\nb\nc\n", "a\nx\ny\nc").lines())
                .containsExactly(
                        new Line(Kind.STAYED, 1, 1, "a"),
                        new Line(Kind.WENT, 2, 0, "b"),
                        new Line(Kind.CAME, 0, 2, "x"),
                        new Line(Kind.CAME, 0, 3, "y"),
                        new Line(Kind.STAYED, 3, 4, "c"));
    }

    /// Against the table of longest common subsequences, of short texts of three letters.
    @Test
    void anyTwoTextsAreTheirOwnLinesAndTheMostStay() {
        Random random = new Random(8);
        for (int i = 0; i < 3_000; i++) {
            String first = letters(random);
            String second = letters(random);
            TextDifference difference = TextDifference.of(text(first), text(second));
            assertThat(of(difference, Line::before)).isEqualTo(first);
            assertThat(of(difference, Line::after)).isEqualTo(second);
            assertThat(difference.lines().stream()
                            .filter(line -> line.kind() == Kind.STAYED)
                            .count())
                    .as("%s and %s", first, second)
                    .isEqualTo(common(first, second));
            assertThat(difference.runs().stream().flatMap(run -> run.lines().stream()))
                    .containsExactlyElementsOf(difference.lines());
        }
    }

    private static String letters(Random random) {
        return IntStream.range(0, random.nextInt(13))
                .mapToObj(_ -> "abc".substring(random.nextInt(3)).substring(0, 1))
                .collect(Collectors.joining());
    }

    /// The lines that a text has, which are numbered without a gap.
    private static String of(TextDifference difference, ToIntFunction<Line> number) {
        List<Line> lines = difference.lines().stream()
                .filter(line -> number.applyAsInt(line) > 0)
                .toList();
        assertThat(lines.stream().mapToInt(number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, lines.size()).boxed().toList());
        return lines.stream().map(Line::text).collect(Collectors.joining());
    }

    private static long common(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        int[][] most = new int[first.length() + 1][second.length() + 1];
        for (int i = 1; i <= first.length(); i++) {
            for (int j = 1; j <= second.length(); j++) {
                most[i][j] = first.charAt(i - 1) == second.charAt(j - 1)
                        ? most[i - 1][j - 1] + 1
                        : Math.max(most[i - 1][j], most[i][j - 1]);
            }
        }
        return most[first.length()][second.length()];
    }

    @Test
    void whatStayedIsFoldedButForThreeLinesAroundWhatDidNot() {
        List<Run> runs =
                TextDifference.of(numbers(1, 40, 0), numbers(1, 40, 20)).runs();
        assertThat(runs).extracting(Run::isFolded).containsExactly(true, false, true);
        assertThat(runs).extracting(run -> run.lines().size()).containsExactly(16, 8, 17);
        assertThat(TextDifference.of("a\nb\n", "a\nb").isNone()).isTrue();
    }

    /// All lines differ: the middle is told as replaced, and nothing runs on for its square.
    @Test
    void longTextsThatHaveNothingInCommonAreToldAsReplaced() {
        TextDifference difference = TextDifference.of(numbers(1, 50_000, 0), numbers(100_000, 150_000, 0));
        assertThat(difference.lines()).hasSize(100_001);
        assertThat(difference.lines().getFirst()).isEqualTo(new Line(Kind.WENT, 1, 0, "1"));
        assertThat(difference.lines().getLast()).isEqualTo(new Line(Kind.CAME, 0, 50_001, "150000"));
    }

    private static String numbers(int from, int to, int without) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i == without ? "other\n" : i + "\n")
                .collect(Collectors.joining());
    }
}
