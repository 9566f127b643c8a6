package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya run cancel`: gives up a run that did not end.
@Command(
        name = "cancel",
        description = {
            "Gives up a run that did not end, so that other cycles may be billed. Bills that it issued stand; whom it"
                    + " did not bill, the next cycle bills.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The run is given up.", "2:Wrong usage, or the run has ended or was given up already."},
        footer = {"", "Example:", "  ./taswiya run cancel 3 --why \"wrong price book\""})
final class RunCancelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "Its number, as `run list` shows it.")
    private long run;

    @Option(
            names = {"--why", "--reason"},
            paramLabel = "TEXT",
            required = true,
            description = "Why; kept with the run.")
    private String reason = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who decided it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Override
    public Integer call() {
        RunReport report;
        try (Database database = home.open()) {
            RunTable.abandon(database, run, new Change(Instant.now(), author, reason));
            report = RunReport.of(database, run).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Run %d is given up: %,d bills of %,d accounts stand.%n",
                run, report.totals().bills(), report.totals().accounts());
        out.flush();
        return ExitCode.GOOD;
    }
}
