package org.taswiya.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.cli.Taswiya;

/// Files that commands make, and what stands where they are to go.
final class AnswerFileTest {
    @TempDir
    private Path folder;

    /// Refused before any home is opened: there is none here.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "bill show 0000000001AB --pdf --out",
                "bill show 0000000001AB --pdf --certified-copy --author Ali --why tax --out",
                "explain bill.json --pdf --out",
                "print bills --run 1 --why x --out",
                "print bills --run 1 --again --why x --out",
                "print again 1 --bill 0000000001AB --why x --out",
                "customer export P1 --out",
                "refund send --bank B --why x --file",
                "debit collect --bank B --due 2020-04-01 --why x --file",
            })
    void everyCommandRefusesALinkToADevice(String words) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("out"), Path.of("/dev/null"));
        Path bill = Files.writeString(folder.resolve("bill.json"), "{}");
        StringWriter err = new StringWriter();
        int code = Taswiya.commandLine()
                .setErr(new PrintWriter(err))
                .execute((words.replace("bill.json", bill.toString()) + " " + link).split(" "));
        assertThat(err.toString()).contains(link + " is no ordinary file");
        assertThat(code).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aDeviceThatCameMeanwhileStays() throws IOException {
        Path file = folder.resolve("x.pdf");
        AnswerFile.prepare(file, out -> out.write('x'));
        Files.createSymbolicLink(file, Path.of("/dev/null"));
        assertThatThrownBy(() -> AnswerFile.finish(file)).hasMessageContaining("is no ordinary file");
        assertThat(file).isSymbolicLink();
        assertThat(AnswerFile.unfinished(file)).doesNotExist();
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "before");
        assertThatThrownBy(() -> AnswerFile.write(file, out -> {
                    out.write('x');
                    throw new IOException("No space left on device");
                }))
                .hasMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("before");
        assertThat(AnswerFile.unfinished(file)).doesNotExist();
    }

    @Test
    void aFileMayBeForItsMakerAlone() throws IOException {
        Path file = folder.resolve("private.json");
        AnswerFile.write(
                file,
                out -> out.write('x'),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
