package org.taswiya.cli.importing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.terminal.StopNotice;
import org.taswiya.run.receiving.ImportListener;
import org.taswiya.run.receiving.RejectsFile;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `import` and `import resume` have in common: what is said of an import, and the file of its rejected rows.
final class ImportJob {
    private static final String STOPPED =
            "the import was stopped; whole batches are kept, and `./taswiya import resume` takes in the rest";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Where rejected rows go. Default: beside the file, with .rejected.csv at its name's end.")
    private @Nullable Path rejected;

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    /// What is done.
    interface Work {
        ImportReport execute(ImportListener progress) throws IOException;
    }

    /// Imports, and says what it came to.
    ///
    /// @param work gives its progress to the listener
    /// @return the exit code
    int execute(Database database, Work work) throws IOException {
        if (rejected != null) {
            AnswerFile.check(spec, rejected);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (StopNotice _ = StopNotice.on(err, STOPPED)) {
            return end(database, work.execute(new ImportProgress(err)));
        }
    }

    private void tellKept(Path kept) {
        spec.commandLine()
                .getErr()
                .println("taswiya: there was another file of rejected rows, maybe with corrections; it is now " + kept);
    }

    private int end(Database database, ImportReport report) throws IOException {
        Path to = null;
        if (report.stillRejected() > 0) {
            to = rejected == null ? RejectsFile.beside(Path.of(report.begun().file())) : rejected.toAbsolutePath();
            RejectsFile.write(database, report.begun(), to).ifPresent(this::tellKept);
        }
        ImportSummary summary = new ImportSummary(report, to);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.json() + "\n" : summary.text());
        out.flush();
        return to == null ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }
}
