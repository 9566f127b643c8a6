package org.taswiya.cli.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.cli.command.JsonLines;
import org.taswiya.intake.tariff.TariffLibrary;

/// Plays the cases of `src/test/resources/lines`; see the README there.
class GoldenLinesTest {
    private static final Path FOLDER = Path.of("src/test/resources/lines");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.endsWith(".case"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void answersAreAsWritten(String name) throws IOException {
        List<String> questions = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(name))) {
            if (line.startsWith("> ")) {
                questions.add(line.substring(2));
            } else if (line.startsWith("< ")) {
                answers.add(line.substring(2));
            } else if (line.startsWith("  ")) {
                answers.set(answers.size() - 1, answers.getLast() + line.strip());
            } else {
                assertThat(line).matches("|#.*");
            }
        }
        assertThat(questions).isNotEmpty();
        assertThat(answered(name, questions)).containsExactlyElementsOf(answers);
    }

    private static List<String> answered(String name, List<String> questions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TariffLookup tariffs = new TariffLookup(TariffLibrary.of(FOLDER.resolve("utilities"))::read);
        JsonLines.Answerer answerer =
                name.startsWith("settle") ? new SettleAnswerer(tariffs) : new RateAnswerer(tariffs);
        new JsonLines(answerer, out)
                .answerAll(
                        new ByteArrayInputStream(String.join("\n", questions).getBytes(StandardCharsets.UTF_8)), null);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
