package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every book of the tariff handbook is a good one, and its examples are met. A page shows some sections of a book; the
/// others are those of the first book of the course.
class HandbookTest {
    private static final Path HANDBOOK = Path.of("..", "docs", "tariffs");
    private static final Pattern FENCE = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PAGE = Pattern.compile("\\]\\(([a-z-]+\\.md)\\)");

    @TempDir
    private Path folder;

    record Shown(String name, String yaml) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Shown> shown() throws IOException {
        List<Shown> all = new ArrayList<>();
        for (Path page : pages()) {
            Matcher fence = FENCE.matcher(Files.readString(page));
            for (int i = 1; fence.find(); i++) {
                all.add(new Shown(page.getFileName() + " " + i, fence.group(1)));
            }
        }
        return all;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(HANDBOOK)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void itsExamplesAreMet(Shown shown) throws IOException {
        Map<String, String> sections = sections(first());
        Map<String, String> own = sections(shown.yaml());
        String components = own.remove("components");
        sections.putAll(own);
        if (components != null) {
            sections.put("versions", """
                    versions:
                      - from: 2017-01-01
                        clause: Grid of 2017
                    """ + components.indent(4));
        }
        Path book = Files.writeString(folder.resolve("book.yaml"), String.join("", sections.values()));
        CheckedBook checked = CheckedBook.checkAll(List.of(book)).getFirst();
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.book().orElseThrow().examples()).isNotEmpty();
        assertThat(checked.examplesPassed())
                .isEqualTo(checked.book().orElseThrow().examples().size());
    }

    private static String first() throws IOException {
        Matcher fence = FENCE.matcher(Files.readString(HANDBOOK.resolve("README.md")));
        assertThat(fence.find()).isTrue();
        return fence.group(1);
    }

    /// By their names, each with its own line and those below it.
    private static Map<String, String> sections(String yaml) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : yaml.lines().toList()) {
            if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
                current = new StringBuilder();
                sections.put(line.substring(0, line.indexOf(':')), current);
            }
            current.append(line).append('\n');
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        Matcher named = PAGE.matcher(Files.readString(HANDBOOK.resolve("README.md")));
        List<String> index =
                named.results().map(one -> one.group(1)).distinct().sorted().toList();
        assertThat(pages().stream()
                        .map(page -> page.getFileName().toString())
                        .filter(name -> !name.equals("README.md")))
                .containsExactlyElementsOf(index);
    }
}
