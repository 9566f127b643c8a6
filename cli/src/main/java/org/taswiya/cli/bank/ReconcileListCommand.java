package org.taswiya.cli.bank;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.store.Database;
import org.taswiya.store.bank.WaitingTransaction;
import org.taswiya.store.bank.WorkList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya reconcile list`: what waits for a person.
@Command(
        name = "list",
        description = {"Lists what banks have told and nobody knows yet, the largest amounts first.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya reconcile list",
            "  ./taswiya reconcile list --most 200",
            "  ./taswiya reconcile list --json | jq .proposals"
        })
final class ReconcileListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--most", paramLabel = "N", description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int most = 50;

    @Option(names = "--json", description = "One JSON object a line for each transaction.")
    private boolean json;

    @Override
    public Integer call() {
        List<WaitingTransaction> shown;
        WorkList.Waiting all;
        Currency currency;
        try (Database database = home.open()) {
            shown = WorkList.list(database, Math.max(0, most));
            all = WorkList.waiting(database);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        shown.forEach(one -> out.println(json ? BankJson.waiting(one) : BankText.line(one, currency)));
        if (!json) {
            out.println(
                    all.count() == 0
                            ? "Nothing waits."
                            : "Waiting: " + Grouped.of(all.count()) + ", in " + currency.money(all.in()) + ", out "
                                    + currency.money(all.out()));
        }
        return ExitCode.GOOD;
    }
}
