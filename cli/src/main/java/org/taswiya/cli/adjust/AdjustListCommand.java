package org.taswiya.cli.adjust;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.StoredAdjustment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya adjust list`: what was adjusted and what waits.
@Command(
        name = "list",
        description = {"Lists adjustments in the order in which they were asked for.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya adjust list --waiting",
            "  ./taswiya adjust list --account 1204551837 --json | jq -r .amount"
        })
final class AdjustListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Of this account alone.")
    private @Nullable String account;

    @Option(names = "--waiting", description = "Only those that wait for somebody's approval.")
    private boolean isWaiting;

    @Option(names = "--json", description = "One JSON object a line for each adjustment.")
    private boolean json;

    @Override
    public Integer call() {
        List<StoredAdjustment> found;
        Currency currency;
        try (Database database = home.open()) {
            found = Adjustments.list(database, account).stream()
                    .filter(one -> !isWaiting || one.state() == StoredAdjustment.State.ASKED)
                    .toList();
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(one -> out.println(json ? AdjustText.json(one) : AdjustText.line(one, currency)));
        if (found.isEmpty() && !json) {
            out.println("No adjustments.");
        }
        return ExitCode.GOOD;
    }
}
