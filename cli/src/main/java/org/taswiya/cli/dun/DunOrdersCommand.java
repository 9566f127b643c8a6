package org.taswiya.cli.dun;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.ServiceOrder;
import org.taswiya.store.dunning.ServiceOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya dun orders`: supplies to be cut or given back.
@Command(
        name = "orders",
        description = {
            "Lists the orders to cut a supply that wait for a person; with --all those that were decided and those to"
                    + " give a supply back too.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya dun orders", "  ./taswiya dun orders --all --json | jq .account"})
final class DunOrdersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--all", description = "All of them.")
    private boolean isAll;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<ServiceOrder> found;
        Currency currency;
        try (Database database = home.open()) {
            found = ServiceOrders.list(database, null);
            currency = utilities.currency(database);
        }
        List<ServiceOrder> shown =
                found.stream().filter(order -> isAll || order.isWaiting()).toList();
        PrintWriter out = spec.commandLine().getOut();
        shown.forEach(order -> out.println(
                json ? JsonLine.object(object -> DunText.order(object, order)) : DunText.order(order, currency)));
        if (shown.isEmpty() && !json) {
            out.println("No orders.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
