package org.taswiya.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.Taswiya;

/// What is said of folders that are no home that can be opened.
final class HomeOptionTest {
    @TempDir
    private Path folder;

    @Test
    void whereNothingIsKeptIsSaidToBeEmpty() {
        assertThat(said(folder.resolve("none"))).contains("is no home of Taswiya: nothing is kept there yet");
    }

    @Test
    void aDatabaseWithoutAMarkerIsSaidToBeThere() throws Exception {
        Files.createDirectories(folder.resolve("database"));
        assertThat(said(folder))
                .contains("holds a database", "taswiya-home is gone")
                .doesNotContain("nothing is kept there");
    }

    @Test
    void howAHomeBeginsIsSaid() {
        assertThat(said(folder.resolve("none"))).contains("./taswiya demo", "import FILE --mapping NAME --new-home");
    }

    @Test
    void aFileIsNoHome() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes");
        assertThat(said(file, ExitCode.WRONG_USAGE)).contains("notes.txt is a file, and a home is a folder");
        assertThat(file).hasContent("notes");
    }

    private static String said(Path home) {
        return said(home, ExitCode.FAILED);
    }

    private static String said(Path home, int expected) {
        StringWriter err = new StringWriter();
        int code = Taswiya.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("ledger", "balance", "--home", home.toString());
        assertThat(code).isEqualTo(expected);
        return err.toString();
    }
}
