package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;

/// What the handbook's page of the workbench shows is what its commands say.
class WorkbenchPageTest {
    private static final Path HANDBOOK = Path.of("..", "docs", "tariffs");
    private static final Pattern FENCE =
            Pattern.compile("^```(yaml)?\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String PROMPT = "$ ./taswiya ";

    @TempDir
    private Path folder;

    private static List<String> fences(String page, boolean isYaml) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher fence = FENCE.matcher(Files.readString(HANDBOOK.resolve(page)));
        while (fence.find()) {
            if ((fence.group(1) != null) == isYaml) {
                found.add(fence.group(2));
            }
        }
        return found;
    }

    /// The first book of the course, with the versions of the page and no examples of the others.
    private void writeBook() throws IOException {
        String first = fences("README.md", true).getFirst();
        String versions = fences("workbench.md", true).getFirst();
        String examples = first.substring(first.indexOf("examples:"));
        String book = first.substring(0, first.indexOf("versions:")) + versions + examples;
        Files.writeString(folder.resolve("my-book.yaml"), book);
    }

    @Test
    void itsCommandsSayWhatItShows() throws IOException {
        writeBook();
        List<String> shown = fences("workbench.md", false).stream()
                .filter(text -> text.startsWith(PROMPT + "tariff compare") || text.startsWith(PROMPT + "tariff try"))
                .toList();
        assertThat(shown).hasSize(2);
        for (String text : shown) {
            String command = text.substring(PROMPT.length(), text.indexOf('\n'));
            String path = folder.resolve("my-book.yaml").toString();
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            CommandLine line =
                    Taswiya.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.replaceAll(word -> word.equals("my-book.yaml") ? path : word);
            words.addAll(List.of("--utilities", folder.toString()));
            assertThat(line.execute(words.toArray(String[]::new)))
                    .as(err.toString())
                    .isEqualTo(ExitCode.GOOD);
            String said = out.toString().replace(path, "my-book.yaml");
            assertThat(said.strip().lines())
                    .containsExactlyElementsOf(text.lines().skip(1).toList());
        }
    }
}
