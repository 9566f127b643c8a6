package org.taswiya.cli.online;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardRefunds;
import org.taswiya.store.online.CardRefunds.CardRefund;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya online refunds`: the last refunds to cards.
@Command(
        name = "refunds",
        description = {"Lists refunds to cards and how far each is, the last ones first.", ""},
        footer = {"", "Examples:", "  ./taswiya online refunds", "  ./taswiya online refunds --json | jq -r .state"})
final class OnlineRefundsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--most", paramLabel = "N", description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int most = 50;

    @Option(names = "--json", description = "One JSON object a line for each refund.")
    private boolean json;

    @Override
    public Integer call() {
        List<CardRefund> refunds;
        try (Database database = home.open()) {
            refunds = CardRefunds.list(database, Math.max(0, most));
        }
        PrintWriter out = spec.commandLine().getOut();
        refunds.forEach(one -> out.println(json ? json(one) : RefundText.line(one)));
        if (refunds.isEmpty() && !json) {
            out.println("No refunds to cards.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String json(CardRefund refund) {
        return JsonLine.object(object -> {
            object.writeStringProperty("refund", refund.name());
            object.writeStringProperty("state", refund.state().code());
            object.writeStringProperty("receipt", refund.receipt().toString());
            object.writeStringProperty("account", refund.account());
            object.writeStringProperty("amount", refund.amount().toString());
            object.writeStringProperty("provider", refund.provider());
            object.writeStringProperty("transaction", refund.transaction());
            object.writeStringProperty("author", refund.author());
        });
    }
}
