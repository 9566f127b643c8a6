package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine;

final class TaswiyaTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpIsAnAnswerAndNamesTheExitCodes() {
        assertThat(execute("--help")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).contains("Examples:", "Exit codes:", "3   Some lines were refused");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesTheJavaUnderneath() {
        assertThat(execute("--version")).isEqualTo(ExitCode.GOOD);
        assertThat(out.toString()).startsWith("taswiya ").contains("Java 25");
    }

    @Test
    void anUnknownCommandIsWrongUsageAndLeavesStandardOutputEmpty() {
        assertThat(execute("nonsense")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("nonsense");
    }

    @Test
    void noCommandIsWrongUsageAndShowsWhatThereIs() {
        assertThat(execute()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Usage: taswiya");
    }

    @Test
    void wordsThatFindNoRoomOnTheDiskAreNoSuccess() {
        OutputStream full = AnswerOutput.to(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                "the answers");
        CommandLine line = Taswiya.commandLine().setErr(new PrintWriter(err, true));
        assertThat(Taswiya.execute(line, full, "tariff", "check", "--help")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).isEqualTo("taswiya: cannot write the answers: No space left on device\n");
    }

    @Test
    void whoStopsReadingWantsNoMoreAndNothingIsWrong() {
        OutputStream left = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new AnswerOutput.ReaderGone(new IOException("Broken pipe"));
            }
        };
        CommandLine line = Taswiya.commandLine().setErr(new PrintWriter(err, true));
        assertThat(Taswiya.execute(line, left, "--help")).isEqualTo(ExitCode.GOOD);
        assertThat(err.toString()).isEmpty();
    }

    private int execute(String... words) {
        CommandLine line = Taswiya.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
