package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.StoredDeposit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya deposit list`: what is claimed, held and given back.
@Command(
        name = "list",
        description = {"Lists deposits: what was claimed, what of it is paid, and when it was given back.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya deposit list",
            "  ./taswiya deposit list --account 1204551837 --json | jq .paid"
        })
final class DepositListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private @Nullable String account;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<StoredDeposit> found;
        Currency currency;
        try (Database database = home.open()) {
            found = Deposits.list(database, account);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (StoredDeposit one : found) {
            out.println(
                    json
                            ? JsonLine.object(object -> DepositText.deposit(object, one))
                            : DepositText.line(one, currency));
        }
        if (found.isEmpty() && !json) {
            out.println("No deposits.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
