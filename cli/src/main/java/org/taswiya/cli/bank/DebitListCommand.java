package org.taswiya.cli.bank;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Debits;
import org.taswiya.store.bank.Debits.InCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya debit list`: what is in collection.
@Command(
        name = "list",
        description = {"Lists the items that banks have been asked to collect and have not answered.", ""},
        footer = {"", "Examples:", "  ./taswiya debit list", "  ./taswiya debit list --json | jq -r .account"})
final class DebitListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--json", description = "One JSON object a line for each item.")
    private boolean json;

    @Override
    public Integer call() {
        List<InCollection> items;
        Currency currency;
        try (Database database = home.open()) {
            items = Debits.list(database);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        items.forEach(one -> out.println(json ? json(one) : line(one, currency)));
        if (items.isEmpty() && !json) {
            out.println("Nothing is in collection.");
        }
        return ExitCode.GOOD;
    }

    private static String line(InCollection one, Currency currency) {
        return one.endToEnd() + "  " + one.account() + "  " + one.item() + "  " + currency.money(one.amount());
    }

    private static String json(InCollection one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("debit", one.endToEnd());
            json.writeStringProperty("order", one.order());
            json.writeStringProperty("account", one.account());
            json.writeStringProperty("kind", one.item().kind().code());
            json.writeStringProperty("number", one.item().number());
            json.writeStringProperty("amount", one.amount().toString());
        });
    }
}
