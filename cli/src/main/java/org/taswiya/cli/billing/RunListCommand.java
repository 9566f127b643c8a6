package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya run list`: a line for each run.
@Command(
        name = "list",
        description = {"Shows all runs, the first one first: what they billed and how far they are.", ""},
        footer = {"", "Examples:", "  ./taswiya run list", "  ./taswiya run list --json | jq -r .state"})
final class RunListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line for each run.")
    private boolean json;

    @Override
    public Integer call() {
        List<RunReport> runs;
        try (Database database = home.open()) {
            runs = RunReport.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            List<String> heads = List.of(
                    "run",
                    "bills to",
                    "billed on",
                    "state",
                    "accounts",
                    "bills",
                    "estimated",
                    "held",
                    "failed",
                    "total",
                    "of");
            out.print(row(heads.toArray()));
        }
        runs.forEach(run ->
                out.print(json ? new BillingSummary(run, List.of(), 0, null).json() + "\n" : row(cells(run))));
        out.flush();
        return ExitCode.GOOD;
    }

    private static Object[] cells(RunReport run) {
        RunTotals totals = run.totals();
        return new Object[] {
            run.id(),
            run.cycle().billTo(),
            run.cycle().billedOn(),
            run.state().code(),
            Grouped.of(totals.accounts()),
            Grouped.of(totals.bills()),
            Grouped.of(totals.estimated()),
            Grouped.of(totals.held()),
            Grouped.of(totals.failed()),
            Grouped.of(Money.ofMinor(totals.total())),
            of(run.cycle())
        };
    }

    /// Whose bills, where it was not everybody's.
    private static String of(Cycle cycle) {
        String off = cycle.releasedOnly() ? "released" : cycle.accounts().size() + " named";
        String of = cycle.isOffCycle()
                ? off
                : cycle.plan() == null ? "" : cycle.plan().name();
        return (of + " " + (cycle.area() == null ? "" : cycle.area())).strip();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%4s  %-10s  %-10s  %-10s  %10s  %10s  %9s  %6s  %6s  %16s  %s", cells)
                        .stripTrailing()
                + "\n";
    }
}
