package org.taswiya.cli.payment;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya pay reverse`: a payment that was none.
@Command(
        name = "reverse",
        description = {
            "Takes a payment back that was none, such as a cheque that bounced: it stays in the books, and an entry"
                    + " reverses its own. What it had settled is open again, also what its credit has settled since,"
                    + " and what is left of its credit is gone.",
            "",
            "Killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The payment is reversed.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:The reversal is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay reverse R0000000042BQ --why \"cheque bounced\" --trial",
            "  ./taswiya pay reverse R0000000042BQ --why \"cheque bounced\" --on 2020-07-03"
        })
final class PayReverseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "RECEIPT", description = "The receipt's number: an R, ten digits and two letters.")
    private String number = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is reversed. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be open again; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ReceiptNumber receipt = ReceiptParameter.parse(spec, number);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        ReversalAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = Reversals.reverse(database, receipt, on == null ? today : on, today, why.now(), isTrial);
            currency = utilities.currency(database);
        }
        return switch (answer) {
            case ReversalAnswer.Reversed reversed -> reversed(reversed, currency);
            case ReversalAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private int reversed(ReversalAnswer.Reversed reversed, Currency currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                object.writeStringProperty(
                        "receipt", reversed.receipt().number().toString());
                object.writeStringProperty("reversedOn", reversed.on().toString());
                object.writeBooleanProperty("isStored", !isTrial);
                PaymentJson.allocations(object, "takenBack", reversed.takenBack());
                object.writeStringProperty("creditGone", reversed.credit().toString());
                PaymentJson.account(object, reversed.after());
            }));
        } else {
            out.println("Payment " + reversed.receipt().number() + ", " + PaymentText.what(reversed.receipt(), currency)
                    + (isTrial ? ", would be reversed on " : ", is reversed on ") + reversed.on()
                    + (isTrial ? "; nothing stored" : ""));
            for (Allocation back : reversed.takenBack()) {
                out.println("  opens " + back.to() + " again with "
                        + currency.money(back.amount().negated()));
            }
            if (!reversed.credit().isZero()) {
                out.println("  takes back the credit of " + currency.money(reversed.credit()));
            }
            PaymentText.still(reversed.after(), currency).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
