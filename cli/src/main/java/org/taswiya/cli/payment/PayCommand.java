package org.taswiya.cli.payment;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.Payments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya pay`: money that came in for an account.
@Command(
        name = "pay",
        description = {
            "Takes a payment: it settles the bills that are named, in this order, then the oldest due day first; what"
                    + " is left is the customer's credit. Credits that the account already has are used before it.",
            "",
            "Cash bears stamp duty on what it settles, taken out of what is handed over. With --reference the same"
                    + " payment may be told again and counts once; killed at any moment, all of it stands or nothing.",
            ""
        },
        subcommands = {PayListCommand.class, PayShowCommand.class, PayReverseCommand.class, PayCreditsCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The payment is in the books, now or before.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:The payment is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay 1204551837 350.50 --by cash --till anfa-2",
            "  ./taswiya pay 1204551837 350.50 --by transfer --reference BK-20200620-17",
            "  ./taswiya pay 1204551837 200 --by card --bill 0000000042BQ --dry-run",
            "  ./taswiya pay show R0000000042BQ --lang ar",
            "  ./taswiya pay reverse R0000000042BQ --why \"cheque bounced\""
        })
public final class PayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACCOUNT", description = "Whose payment it is.")
    private @Nullable String account;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AMOUNT",
            description = "All that is handed over, stamp duty with it.")
    private @Nullable String amount;

    @Option(
            names = "--by",
            paramLabel = "MEANS",
            converter = MeansOption.class,
            completionCandidates = MeansOption.Codes.class,
            description = "How it is paid: ${COMPLETION-CANDIDATES}.")
    private @Nullable Means by;

    @Option(
            names = "--bill",
            paramLabel = "NUMBER",
            description = "A bill to settle first, or the reference of an open item of the old system; may be given"
                    + " again.")
    private List<String> bills = new ArrayList<>();

    @Option(
            names = "--till",
            paramLabel = "NAME",
            defaultValue = "main",
            description = "The till, bank or collector that has the money. Default: ${DEFAULT-VALUE}.")
    private String till = "main";

    @Option(
            names = "--reference",
            paramLabel = "KEY",
            description = "What the till, bank or collector calls this payment.")
    private @Nullable String reference;

    @Option(
            names = "--large",
            description = "The amount is meant, though it is above the limit of the utility's payments.yaml.")
    private boolean isLarge;

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it came. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--author", paramLabel = "NAME", description = "Who takes it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be settled; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Payment payment = payment(today);
        PaymentLimits limits = isLarge ? PaymentLimits.NONE : utility.paymentLimits();
        PaymentAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            StampDuty duty = payment.means().bearsStamp()
                    ? AccountTariffs.of(database, payment.account(), utility.library(database))
                            .duty(payment.receivedOn())
                    : StampDuty.NONE;
            Change why = new Change(
                    Instant.now(), author, "payment by " + payment.means().code());
            answer = Payments.take(database, payment, duty, limits, today, why, isTrial);
            currency = utility.currency(database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return switch (answer) {
            case PaymentAnswer.Taken taken -> taken(taken, currency);
            case PaymentAnswer.Refused(var reason, var found) -> {
                String then = reason == PaymentReason.ABOVE_LIMIT ? ", and when it is right take it with --large" : "";
                yield Refusals.tell(spec, reason.code(), found + then);
            }
        };
    }

    private Payment payment(LocalDate today) {
        String ofAccount = account;
        String handedOver = amount;
        Means means = by;
        if (ofAccount == null || handedOver == null || means == null) {
            throw wrong("expected ACCOUNT, AMOUNT and --by, as in pay 1204551837 350.50 --by cash");
        }
        if (!Payment.isPlace(till)) {
            throw wrong("--till is '" + till + "'; expected letters, digits and hyphens");
        }
        if (reference != null && reference.isBlank() || author.isBlank()) {
            throw wrong("--reference and --author need some text");
        }
        return new Payment(
                ofAccount,
                money(handedOver),
                on == null ? today : on,
                means,
                till,
                reference == null ? null : new Payment.Key(till, reference),
                bills.stream().map(PayCommand::item).toList());
    }

    private Money money(String text) {
        try {
            return Money.parse(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong("'" + text + "' is no amount; expected one as 350.50");
        }
    }

    private static ItemKey item(String number) {
        return ItemKey.ofNumber(number);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int taken(PaymentAnswer.Taken taken, Currency currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                PaymentJson.receipt(object, taken.receipt());
                object.writeBooleanProperty("isNew", taken.isNew());
                object.writeBooleanProperty("isStored", !isTrial);
                PaymentJson.allocations(object, "settledByCredits", taken.uses());
                PaymentJson.account(object, taken.after());
            }));
        } else {
            say(out, taken, currency);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void say(PrintWriter out, PaymentAnswer.Taken taken, Currency currency) {
        String head = isTrial ? "Nothing stored; it would be receipt " : "Receipt ";
        out.println(head
                + taken.receipt().number()
                + (taken.isNew() ? ": " : ", taken before: ")
                + PaymentText.what(taken.receipt(), currency));
        for (Allocation use : taken.uses()) {
            out.println("  before it, the credit of " + use.from() + " settles " + use.to() + " with "
                    + currency.money(use.amount()));
        }
        PaymentText.settled(taken.receipt(), currency).forEach(out::println);
        PaymentText.still(taken.after(), currency).forEach(out::println);
    }
}
