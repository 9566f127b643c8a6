package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.Explanation;

/// Bills as documents and as told in three languages, against `src/test/resources/bills`; see the README there.
public class BillGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/bills");
    private static final Map<String, BillDocument> CASES = BillCases.all();

    static Set<String> cases() {
        return CASES.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void documentAndExplanationsAreAsTheFolderHasThem(String name) throws IOException {
        for (Map.Entry<String, byte[]> file : files(name).entrySet()) {
            Path path = FOLDER.resolve(name).resolve(file.getKey());
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(FOLDER.resolve(name));
                Files.write(path, file.getValue());
            } else {
                assertThat(file.getValue()).asString(StandardCharsets.UTF_8).isEqualTo(Files.readString(path));
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            fail("The files of " + name + " are written anew: look at what changed, then test without golden.write");
        }
    }

    private static Map<String, byte[]> files(String name) {
        BillDocument document = Objects.requireNonNull(CASES.get(name));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bill.json", document.bytes());
        for (Language language : Language.values()) {
            String title = BillBooks.book(document.bill().tariff())
                    .map(book -> book.title().in(language))
                    .orElse(null);
            String text = Explanation.of(document, title, language, false);
            files.put("told." + language.code() + ".txt", text.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void theFolderHoldsNoOtherCase() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(CASES.keySet());
        }
    }
}
