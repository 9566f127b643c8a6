package org.taswiya.cli.payment;

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
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya pay list`: the last payments.
@Command(
        name = "list",
        description = {"Lists payments, the last one first: of an account, or of all.", ""},
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay list",
            "  ./taswiya pay list --account 1204551837 --last 5",
            "  ./taswiya pay list --json | jq .receipt"
        })
final class PayListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private @Nullable String account;

    @Option(
            names = "--last",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--last is " + most + "; expected 1 or more");
        }
        List<Receipt> receipts;
        Currency currency;
        try (Database database = home.open()) {
            receipts = Receipts.last(database, account, most);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Receipt receipt : receipts) {
            out.println(
                    json
                            ? JsonLine.object(object -> PaymentJson.receipt(object, receipt))
                            : receipt.number() + "  " + PaymentText.what(receipt, currency)
                                    + (receipt.reversedOn() == null ? "" : ", reversed on " + receipt.reversedOn()));
        }
        if (receipts.isEmpty() && !json) {
            out.println("No payments.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
