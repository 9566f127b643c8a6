package org.taswiya.cli.bank;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Refunds;
import org.taswiya.store.bank.StoredRefund;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya refund list`: the last refunds.
@Command(
        name = "list",
        description = {"Lists refunds and how far each is, the last ones first.", ""},
        footer = {"", "Examples:", "  ./taswiya refund list", "  ./taswiya refund list --json | jq -r .state"})
final class RefundListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--most", paramLabel = "N", description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int most = 50;

    @Option(names = "--json", description = "One JSON object a line for each refund.")
    private boolean json;

    @Override
    public Integer call() {
        List<Refunds.Listed> refunds;
        Currency currency;
        try (Database database = home.open()) {
            refunds = Refunds.list(database, Math.max(0, most));
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        refunds.forEach(one -> out.println(json ? json(one) : line(one, currency)));
        if (refunds.isEmpty() && !json) {
            out.println("No refunds.");
        }
        return ExitCode.GOOD;
    }

    private static String line(Refunds.Listed one, Currency currency) {
        StoredRefund refund = one.refund();
        return refund.name() + "  " + one.state().code() + "  " + whose(refund) + "  "
                + currency.money(refund.amount()) + "  to " + refund.payee() + ", "
                + BankAccountNumber.masked(refund.number().iban()) + ", asked for by " + refund.author();
    }

    private static String whose(StoredRefund refund) {
        return refund.account() == null ? "transaction " + refund.returns() : refund.account();
    }

    private static String json(Refunds.Listed one) {
        StoredRefund refund = one.refund();
        return JsonLine.object(json -> {
            json.writeStringProperty("refund", refund.name());
            json.writeStringProperty("state", one.state().code());
            json.writeName("account");
            json.writeString(refund.account());
            json.writeStringProperty("amount", refund.amount().toString());
            json.writeStringProperty("bank", refund.bank());
            json.writeStringProperty(
                    "to", BankAccountNumber.masked(refund.number().iban()));
            json.writeStringProperty("author", refund.author());
        });
    }
}
