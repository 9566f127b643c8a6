package org.taswiya.cli.suspension;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.customer.Suspension;
import org.taswiya.store.Database;
import org.taswiya.store.suspension.Suspensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya suspension list`: all that is or was stopped.
@Command(
        name = "list",
        description = {"Shows the suspensions, by their first days.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspension list",
            "  ./taswiya suspension list --on 2020-04-15",
            "  ./taswiya suspension list --json | jq -r .legalReference"
        })
final class SuspensionListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--on", paramLabel = "DAY", description = "Only those that are in force on this day.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line for each suspension.")
    private boolean json;

    @Override
    public Integer call() {
        List<Suspension> all;
        try (Database database = home.open()) {
            all = Suspensions.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Suspension> shown =
                all.stream().filter(one -> on == null || one.isInForce(on)).toList();
        shown.forEach(one -> out.println(json ? SuspensionText.json(one) : SuspensionText.of(one)));
        if (shown.isEmpty() && !json) {
            out.println("Nothing is suspended" + (on == null ? "." : " on " + on + "."));
        }
        return ExitCode.GOOD;
    }
}
