package org.taswiya.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The part that commands on lines of JSON share: where lines come from, where answers go, how it ends.
public final class LineCommand {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of JSON lines, answered one after the other. Without any: standard input.")
    private List<Path> files = new ArrayList<>();

    /// Answers all lines and returns the exit code.
    public int answer(JsonLines.Answerer answerer) throws IOException {
        requireReadable();
        JsonLines lines = new JsonLines(answerer, AnswerOutput.standard());
        try {
            if (files.isEmpty()) {
                answerStandardInput(lines);
            }
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    lines.answerAll(in, file.toString());
                }
            }
        } catch (AnswerOutput.ReaderGone e) {
            // What was asked for has been read; the exit code speaks of the lines answered.
        }
        return lines.refused() == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private static void answerStandardInput(JsonLines lines) throws IOException {
        try {
            System.in.available();
        } catch (IOException e) {
            throw new IOException("cannot read standard input: " + e.getMessage(), e);
        }
        lines.answerAll(System.in, null);
    }

    /// A file that cannot be read is seen before the first answer, not after a thousand.
    private void requireReadable() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                String fault = Files.isDirectory(file)
                        ? "is a folder"
                        : Files.exists(file) ? "cannot be read" : "is not there";
                throw new ParameterException(
                        spec.commandLine(), file + " " + fault + "; expected a file of JSON lines");
            }
        }
    }
}
