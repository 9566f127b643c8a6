package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Payment;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankAccounts;
import org.taswiya.store.collector.Remittances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya collector remit`: money that a collector has sent.
@Command(
        name = "remit",
        description = {
            "Books money that a collector has sent for its payments to a day: into the bank, its fees and the tax on"
                    + " them as expenses, out of what it had. Another amount than all payments less fees and tax is"
                    + " refused, unless the difference is accepted and stays in the collector's account.",
            "",
            "The same reference again does nothing. Killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books, now or before.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya collector remit wafacash 12345.60 --until 2020-06-20 \\",
            "      --reference VIR-881 --bank bmce",
            "  ./taswiya collector remit wafacash 12345.60 --until 2020-06-20 \\",
            "      --reference VIR-881 --dry-run"
        })
final class CollectorRemitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(index = "0", paramLabel = "NAME", description = "The collector.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", description = "What has come.")
    private String amount = "";

    @Option(names = "--until", paramLabel = "DAY", required = true, description = "The last day of its payments.")
    private LocalDate until = LocalDate.EPOCH;

    @Option(names = "--reference", paramLabel = "KEY", required = true, description = "What the transfer is called.")
    private String reference = "";

    @Option(
            names = "--bank",
            paramLabel = "NAME",
            defaultValue = "main",
            description = "The bank that has it. Default: ${DEFAULT-VALUE}.")
    private String bank = "main";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it came. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--accept-difference", description = "Book it whatever was expected.")
    private boolean isDifferenceTaken;

    @Option(names = "--author", paramLabel = "NAME", description = "Who books it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be booked; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Collector collector = utility.collector(name);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Remittances.Sent sent = sent(today);
        Change why = new Change(Instant.now(), author, "remittance of " + name);
        Remittances.Answer answer;
        try (Database database = home.open()) {
            requireBank(database);
            answer = Remittances.take(database, collector, sent, why, isTrial);
        }
        return switch (answer) {
            case Remittances.Answer.Booked booked -> booked(sent, booked);
            case Remittances.Answer.Refused(var reason, var found) -> Refusals.tell(spec, reason, found);
        };
    }

    /// Where the utility has stated its banks, money comes to one of these: a name that is mistyped would stay in the
    /// ledger.
    private void requireBank(Database database) {
        List<String> banks =
                BankAccounts.all(database).stream().map(BankAccount::name).toList();
        if (!banks.isEmpty() && !banks.contains(bank)) {
            throw wrong("--bank is " + bank + "; the utility's are " + String.join(", ", banks));
        }
    }

    private Remittances.Sent sent(LocalDate today) {
        LocalDate day = on == null ? today : on;
        if (reference.isBlank() || author.isBlank() || !Payment.isPlace(bank)) {
            throw wrong("--reference and --author need some text, --bank letters, digits and hyphens");
        }
        if (day.isAfter(today) || until.isAfter(day)) {
            throw wrong("it came on " + day + " for payments until " + until + ", and today is " + today
                    + "; a day cannot be ahead of the next of these");
        }
        Money received = money();
        if (received.signum() <= 0) {
            throw wrong("'" + amount + "' is not above zero");
        }
        return new Remittances.Sent(reference, until, day, bank, received, isDifferenceTaken);
    }

    private Money money() {
        try {
            return Money.parse(amount);
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong("'" + amount + "' is no amount; expected one as 12345.60");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int booked(Remittances.Sent sent, Remittances.Answer.Booked booked) {
        PrintWriter out = spec.commandLine().getOut();
        Money difference = sent.received().minus(booked.expected());
        if (json) {
            out.println(JsonLine.object(object -> {
                object.writeStringProperty("collector", name);
                object.writeStringProperty("reference", sent.reference());
                object.writeNumberProperty("payments", booked.payments());
                object.writeStringProperty("gross", booked.gross().toString());
                object.writeStringProperty("fee", booked.fee().toString());
                object.writeStringProperty("tax", booked.tax().toString());
                object.writeStringProperty("received", sent.received().toString());
                object.writeStringProperty("difference", difference.toString());
                object.writeBooleanProperty("isNew", booked.isNew());
                object.writeBooleanProperty("isStored", !isTrial);
            }));
        } else {
            out.println((isTrial ? "Nothing stored; it would be remittance " : "Remittance ") + sent.reference()
                    + (booked.isNew() ? "" : ", booked before") + ": " + Grouped.of(sent.received()) + " for "
                    + Grouped.count(booked.payments(), "payment") + " of " + Grouped.of(booked.gross())
                    + ", fees " + Grouped.of(booked.fee()) + ", tax on them " + Grouped.of(booked.tax())
                    + (difference.isZero() ? "" : ", difference " + Grouped.of(difference)));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
