package org.taswiya.cli.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.taswiya.cli.command.AnswerFile;
import picocli.CommandLine.Model.CommandSpec;

/// The file for the printer that `--out` names, and the index beside it.
///
/// The index has its name before the file has. So one that stands beside no file but beside a part of it was left by a
/// command that was killed, and is written anew.
final class PrintOut {
    private PrintOut() {}

    /// @param mayReplace whether a file that is there may go, with its index
    static void check(CommandSpec spec, Path out, boolean mayReplace) {
        AnswerFile.check(spec, out);
        AnswerFile.check(spec, index(out));
        if (!mayReplace) {
            AnswerFile.requireNew(spec, out);
        }
        if (!Files.exists(out) && !Files.exists(AnswerFile.unfinished(out))) {
            AnswerFile.requireNew(spec, index(out));
        }
    }

    /// What went wrong; no index is left of a file that is not there.
    static IOException failed(Path out, Exception failure) throws IOException {
        if (!Files.exists(out)) {
            Files.deleteIfExists(index(out));
        }
        return AnswerFile.failed(out, failure);
    }

    private static Path index(Path out) {
        return Path.of(out + ".csv");
    }
}
