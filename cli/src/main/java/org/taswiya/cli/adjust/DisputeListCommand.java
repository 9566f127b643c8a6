package org.taswiya.cli.adjust;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WaitingFilter;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredDispute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya dispute list`: what is disputed and how long the answer takes.
@Command(
        name = "list",
        description = {"Lists disputes in the order in which they were opened.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya dispute list --open",
            "  ./taswiya dispute list --late --json | jq -r .account"
        })
final class DisputeListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private WaitingFilter which;

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<StoredDispute> found;
        Currency currency;
        try (Database database = home.open()) {
            found = which.of(
                            Disputes.list(database, which.account()).stream(),
                            one -> one.end() == null,
                            one -> one.isLate(today))
                    .toList();
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(one ->
                out.println(which.isJson() ? DisputeText.json(one, today) : DisputeText.line(one, today, currency)));
        if (found.isEmpty() && !which.isJson()) {
            out.println("No disputes.");
        }
        return ExitCode.GOOD;
    }
}
