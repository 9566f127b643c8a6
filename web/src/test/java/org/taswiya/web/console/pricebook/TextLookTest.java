package org.taswiya.web.console.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.web.console.pricebook.TextLook.Part;

/// A page has room for so many lines of two texts, and says how many are left.
final class TextLookTest {
    private static final int MOST = 1_500;
    private static final int FOLDED = 200;

    private static String lines(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\n").collect(Collectors.joining());
    }

    private static TextLook look(String before, String after) {
        return TextLook.of(null, TextDifference.of(before, after));
    }

    private static int shown(TextLook look) {
        return look.runs().stream().mapToInt(part -> part.run().lines().size()).sum();
    }

    @Test
    void whatFitsIsShownWhole() {
        TextLook look = look(lines("old", 700), lines("new", 800));
        assertThat(shown(look)).isEqualTo(MOST);
        assertThat(look.left()).isZero();
    }

    @Test
    void whatDoesNotIsCounted() {
        TextLook look = look(lines("old", 1_000), lines("new", 1_000));
        assertThat(shown(look)).isEqualTo(MOST);
        assertThat(look.left()).isEqualTo(500);
    }

    /// 3 lines before what came stay with it, as 3 behind it do.
    @Test
    void ofAFoldTheFirstLinesAreShownAndAllAreCounted() {
        String same = lines("same", 1_000);
        TextLook look = look(same, same + "new\n");
        Part fold = look.runs().getFirst();
        assertThat(fold.run().isFolded()).isTrue();
        assertThat(fold.run().lines()).hasSize(FOLDED);
        assertThat(fold.count()).isGreaterThan(FOLDED).isLessThanOrEqualTo(1_000);
        assertThat(look.left()).isZero();
        assertThat(look(same, same).runs()).as("nothing differs").isEmpty();
    }
}
