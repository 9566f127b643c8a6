package org.taswiya.cli.bank;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Mandates;
import org.taswiya.store.bank.Mandates.Mandate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya mandate list`: all mandates.
@Command(
        name = "list",
        description = {"Lists the mandates, by account, those that have ended with them.", ""},
        footer = {"", "Examples:", "  ./taswiya mandate list", "  ./taswiya mandate list --json | jq -r .mandate"})
final class MandateListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--json", description = "One JSON object a line for each mandate.")
    private boolean json;

    @Override
    public Integer call() {
        List<Mandate> mandates;
        Currency currency;
        try (Database database = home.open()) {
            mandates = Mandates.all(database);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        mandates.forEach(one -> out.println(json ? json(one) : line(one, currency)));
        if (mandates.isEmpty() && !json) {
            out.println("No mandates.");
        }
        return ExitCode.GOOD;
    }

    private static String line(Mandate one, Currency currency) {
        Money limit = one.limit();
        return one.account() + "  " + one.reference() + "  "
                + BankAccountNumber.masked(one.number().iban()) + "  "
                + one.holder() + ", signed " + one.signedOn()
                + (limit == null ? "" : ", at most " + currency.money(limit))
                + (one.endedOn() == null ? "" : ", ended " + one.endedOn());
    }

    private static String json(Mandate one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("mandate", one.reference());
            json.writeStringProperty("account", one.account());
            json.writeStringProperty(
                    "from", BankAccountNumber.masked(one.number().iban()));
            json.writeStringProperty("signedOn", one.signedOn().toString());
            json.writeBooleanProperty("isInForce", one.endedOn() == null);
        });
    }
}
