package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya run show`: one run with every agreement that it withheld.
@Command(
        name = "show",
        description = {"Shows one run: its figures, who started it, and which agreements it held or failed and why.", ""
        },
        footer = {"", "Examples:", "  ./taswiya run show 3", "  ./taswiya run show 3 --json | jq .withheld"})
final class RunShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "RUN", description = "Its number, as `run list` shows it.")
    private long run;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        BillingSummary summary;
        try (Database database = home.open()) {
            RunReport report = RunReport.of(database, run)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no run " + run));
            summary = new BillingSummary(
                    report, RunReport.withheld(database, run), report.totals().bills(), null);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.json() + "\n" : summary.text());
        out.flush();
        return ExitCode.GOOD;
    }
}
