package org.taswiya.cli.migration;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.intake.migration.ControlTotalsParser;
import org.taswiya.intake.migration.ControlTotalsReading;
import org.taswiya.intake.yaml.Finding;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksTotals;
import org.taswiya.store.books.BooksTotals.Compared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya migration check`: the control totals of an old system against the books.
@Command(
        name = "check",
        description = {
            "Compares the control totals of the old system, a file that its team hands over, with what the books have:"
                    + " how many there are of everything that was brought, and what open items, credits, bills and last"
                    + " readings sum to. docs/migration.md shows such a file.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All totals agree.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or the file has a fault; it is named with its place.",
            "3:Some total differs."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya migration check totals.yaml",
            "  ./taswiya migration check totals.yaml --json | jq -c 'select(.agrees | not)'"
        })
final class MigrationCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "TOTALS", description = "The totals of the old system, a YAML file.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "One JSON object a total, one a line.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected a file of control totals");
        }
        ControlTotalsReading.Read totals = switch (ControlTotalsParser.parse(file)) {
            case ControlTotalsReading.Read read -> read;
            case ControlTotalsReading.Faulty(var findings) -> throw faulty(findings);
        };
        List<Compared> compared;
        try (Database database = home.open()) {
            compared = BooksTotals.compare(database, totals.totals(), totals.readTo());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            compared.forEach(total -> out.println(ComparedTotals.json(total)));
        } else {
            ComparedTotals.lines(totals.source(), compared, look.look()).forEach(out::println);
        }
        out.flush();
        return compared.stream().allMatch(Compared::agrees) ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    /// All faults at once: the file is somebody else's and goes back to them.
    private ParameterException faulty(List<Finding> findings) {
        PrintWriter err = spec.commandLine().getErr();
        findings.forEach(err::println);
        return new ParameterException(
                spec.commandLine(),
                Grouped.count(findings.size(), "fault") + " in " + file + ", see above; nothing was compared");
    }
}
