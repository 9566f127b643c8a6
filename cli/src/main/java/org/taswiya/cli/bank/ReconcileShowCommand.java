package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.bank.WaitingTransaction;
import org.taswiya.store.bank.WorkList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya reconcile show`: one transaction that waits.
@Command(
        name = "show",
        description = {"Shows a transaction that waits: all that the bank says of it, and whose it may be.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya reconcile show 17",
            "  ./taswiya reconcile show 17 --json | jq .proposals"
        })
final class ReconcileShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "N", description = "Its number, as list shows it.")
    private long number;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        WaitingTransaction waiting;
        Currency currency;
        try (Database database = home.open()) {
            waiting = WorkList.of(database, number)
                    .orElseThrow(
                            () -> new ParameterException(spec.commandLine(), "no transaction " + number + " waits"));
            currency = utilities.currency(database);
        }
        if (json) {
            spec.commandLine().getOut().println(BankJson.waiting(waiting));
        } else {
            BankText.whole(waiting, currency).forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.GOOD;
    }
}
