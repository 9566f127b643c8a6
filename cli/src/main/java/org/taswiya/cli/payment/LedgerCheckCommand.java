package org.taswiya.cli.payment;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.LedgerCheck.Checked;
import org.taswiya.store.receivables.LedgerCheck.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya ledger check`: whether what is kept as open is what the books say.
@Command(
        name = "check",
        description = {
            "Finds out anew, account by account, what is open and what is to customers' credit, from bills, opening"
                    + " items, payments and allocations, and from the journal, and compares it with what is kept."
                    + " Nothing differs unless somebody has changed the database past its guards.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything kept is what the books say.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: the command line does not make sense.",
            "3:Something differs; each difference is named."
        },
        footer = {"", "Examples:", "  ./taswiya ledger check", "  ./taswiya ledger check --json | jq .differences"})
public final class LedgerCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Checked checked;
        Currency currency;
        try (Database database = home.open()) {
            checked = LedgerCheck.check(database);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> write(object, checked)));
        } else {
            for (Difference difference : checked.differences()) {
                out.println("account " + difference.account() + ", " + difference.what() + ": kept " + difference.kept()
                        + ", the books say " + difference.derived());
            }
            out.printf(
                    Locale.ROOT,
                    "%,d open items, %s; %,d credits, %s: %s%n",
                    checked.items(),
                    currency.money(checked.open()),
                    checked.credits(),
                    currency.money(checked.credit()),
                    checked.differences().isEmpty()
                            ? "all as the books say"
                            : checked.differences().size() + " differ");
        }
        out.flush();
        return checked.differences().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private static void write(JsonGenerator json, Checked checked) {
        json.writeNumberProperty("items", checked.items());
        json.writeStringProperty("open", checked.open().toString());
        json.writeNumberProperty("credits", checked.credits());
        json.writeStringProperty("credit", checked.credit().toString());
        json.writeArrayPropertyStart("differences");
        for (Difference difference : checked.differences()) {
            json.writeStartObject();
            json.writeStringProperty("account", difference.account());
            json.writeStringProperty("what", difference.what());
            json.writeStringProperty("kept", difference.kept().toString());
            json.writeStringProperty("derived", difference.derived().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
