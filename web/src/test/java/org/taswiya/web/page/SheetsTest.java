package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is on the left in French is on the right in Arabic: no sheet, no style within a page or an e-mail, and no
/// script knows either side. Each property is the logical one (`margin-inline-start`, `inline-size`).
final class SheetsTest {
    private static final Path HOUSE = Path.of("..");

    /// A side, and what is not measured along the line or across it.
    private static final Pattern SIDED =
            Pattern.compile("(?<![a-z])(left|right)(?![a-z])|(margin|padding|border)-(top|bottom)"
                    + "|(?<![-a-z])(width|height|top|bottom):");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /// Of an element, in a page or in what a program writes.
    private static final Pattern STYLE = Pattern.compile("(?s)\\bstyle=\\\\?[\"'](.*?)\\\\?[\"']\\\\?>");

    private static final Pattern BY_SCRIPT = Pattern.compile("\\.style\\b|cssText|insertRule|setAttribute\\('style");

    private static List<Path> written(String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path main : modules.map(module -> module.resolve("src/main")).toList()) {
                if (Files.isDirectory(main)) {
                    try (Stream<Path> all = Files.walk(main)) {
                        all.filter(file -> file.toString().endsWith(ending)).forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    static List<Path> sheets() throws IOException {
        return written(".css");
    }

    static List<String> sided(String rules) {
        return SIDED.matcher(COMMENT.matcher(rules).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everySheetIsLookedAt() throws IOException {
        assertThat(sheets()).extracting(sheet -> sheet.getFileName().toString()).contains("style.css", "app.css");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void aSheetKnowsNoLeftAndNoRight(Path sheet) throws IOException {
        assertThat(sided(Files.readString(sheet))).isEmpty();
    }

    @Test
    void aStyleOfAnElementKnowsNoneEither() throws IOException {
        List<String> styles = new ArrayList<>();
        for (String ending : List.of(".java", ".jte", ".js", ".svg", ".html")) {
            for (Path file : written(ending)) {
                STYLE.matcher(Files.readString(file)).results().forEach(found -> styles.add(found.group(1)));
            }
        }
        assertThat(styles).as("those of e-mails").isNotEmpty();
        assertThat(styles).allSatisfy(style -> assertThat(sided(style)).isEmpty());
    }

    /// It would be refused by the policy that every answer bears, and seen by nobody.
    @Test
    void noPageHasAStyleOfItsOwn() throws IOException {
        for (Path page : written(".jte")) {
            assertThat(Files.readString(page)).as(page.toString()).doesNotContain("<style", "style=");
        }
        for (Path script : written(".js")) {
            assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern(BY_SCRIPT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "margin-left: 4px, left",
        "text-align: right, right",
        "padding-top: 1px, padding-top",
        "width: 3em, width:",
        "'p { bottom: 0; }', bottom:",
        "inset-inline-start: 0; margin-block-start: auto; inline-size: 1px,",
        "'@media (max-width: 40rem) { p { font-weight: 700; } }',",
        "vertical-align: top; border-collapse: collapse,"
    })
    void aSideIsSeen(String rule, String found) {
        assertThat(sided(rule)).isEqualTo(found == null ? List.of() : List.of(found));
    }
}
