package org.taswiya.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of what thieves have, made here: no word of a real one is in them.
final class BreachedPasswordsTest {
    @TempDir
    private Path folder;

    private static String line(int word) {
        try {
            byte[] said = ("word " + word).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(said);
            return HexFormat.of().withUpperCase().formatHex(digest) + ":" + (word % 3 == 0 ? 123_456_789 : 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BreachedPasswords list(List<String> lines, String end) throws IOException {
        Path file = folder.resolve("list.txt");
        Files.writeString(file, String.join(end, lines) + (lines.size() % 2 == 0 ? end : ""));
        assertThat(BreachedPasswords.fault(file)).isEmpty();
        return new BreachedPasswords(file);
    }

    /// Each is found, and none beside them: the first, the last, and those whose lines are longer than others.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1001})
    void whatIsInItIsFoundAndNothingElse(int count) throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            BreachedPasswords list = list(
                    IntStream.range(0, count)
                            .mapToObj(BreachedPasswordsTest::line)
                            .sorted()
                            .toList(),
                    end);
            for (int word = 0; word < count; word++) {
                assertThat(list.has("word " + word)).as("word " + word).isTrue();
                assertThat(list.has("word " + (count + word))).isFalse();
            }
        }
    }

    @Test
    void withoutAListNothingIsFound() {
        assertThat(BreachedPasswords.NONE.has("word 1")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            empty     | ''                                                          | is empty
            words     | 'password'                                                  | no list of SHA-1 digests
            noCount   | '5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8'                  | no list of SHA-1 digests
            ntlm      | '8846F7EAEE8FB117AD06BDD830B7586C:1'                        | no list of SHA-1 digests
            unordered | 'FF[38]:1/00[38]:1'                                         | not in order
            """)
    void whatIsNoListIsSaid(String trap, String text, String said) throws IOException {
        Path file = folder.resolve("list.txt");
        Files.writeString(file, text.replace('/', '\n').replace("[38]", "0A".repeat(19)));
        assertThat(BreachedPasswords.fault(file).orElse("")).contains(said);
        assertThat(BreachedPasswords.fault(folder).orElse("")).contains("is not there");
    }
}
