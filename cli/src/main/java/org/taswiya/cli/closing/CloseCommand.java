package org.taswiya.cli.closing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.billing.BillingProgress;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Provision;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.MonthClose;
import org.taswiya.run.MonthCloseAnswer;
import org.taswiya.run.MonthCloseAnswer.Closed;
import org.taswiya.run.MonthCloseAnswer.Refused;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya close`: a month has what belongs to it, and nothing is booked in it any more.
@Command(
        name = "close",
        description = {
            "Closes a month and all before it. What was supplied by its end and not billed by then is booked as revenue"
                    + " of its last day and taken back on the day after: everybody is billed up to the end of the month"
                    + " as a trial, by readings where there are some and by estimates elsewhere; bills that were made"
                    + " since count instead. Tax is not booked: it arises with the bill.",
            "",
            "For debts that are old a share is provided by the utility's provision.yaml: the difference to what stands"
                    + " is booked on the last day, and stays.",
            "",
            "From then on nothing is booked in the month. Money that was received in it and is told later, and whatever"
                    + " else belongs to it, is booked on the first open day. All in one transaction: killed at any"
                    + " moment, the month is closed or it is not.",
            ""
        },
        subcommands = {CloseListCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The month is closed.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:The month cannot be closed, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya close 2020-06 --why \"books of June\" --dry-run",
            "  ./taswiya close 2020-06 --why \"books of June\"",
            "  ./taswiya close list"
        })
public final class CloseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MONTH", description = "As 2020-06. It has to be over.")
    private @Nullable String month;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason; kept with the month.")
    private String why = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who closes it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be booked; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        YearMonth closing = month();
        if (why.isBlank() || author.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--why and --author need some text");
        }
        Change change = new Change(Instant.now(), author, why);
        TariffLibrary library = utility.faultlessLibrary();
        MonthCloseAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            utility.requireFaultless(library, database);
            answer = MonthClose.close(
                    database,
                    closing,
                    utility.policies().policy(),
                    library::tariff,
                    utility.provision(),
                    LocalDate.now(ZoneId.systemDefault()),
                    change,
                    isTrial,
                    new BillingProgress(spec.commandLine().getErr()));
            currency = utility.currency(database);
        }
        return switch (answer) {
            case Closed closed -> say(closed, currency);
            case Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(String.valueOf(month));
        } catch (DateTimeParseException e) {
            String found = month == null ? "no MONTH is named" : "'" + month + "' is no month";
            throw new ParameterException(spec.commandLine(), found + "; expected one as 2020-06", e);
        }
    }

    private int say(Closed closed, Currency currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(closed));
        } else {
            text(closed, out, currency);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void text(Closed closed, PrintWriter out, Currency currency) {
        out.println(closed.month() + (isTrial ? " would be closed; nothing stored" : " is closed, and all before it"));
        out.println();
        TextTable table = new TextTable(look.look(), "", "supplied and not billed by its end", currency.word());
        closed.accrued().forEach((account, net) -> {
            if (!net.isZero()) {
                table.row(account.name(), currency.amount(net));
            }
        });
        table.row("together", currency.amount(closed.total())).lines().forEach(out::println);
        out.println();
        Provision provision = closed.provision();
        out.println(currency.money(provision.needed()) + " is provided for bad debts, "
                + currency.amount(provision.standing()) + " stood: " + currency.amount(provision.booked())
                + (isTrial ? " would be booked" : " is booked"));
        out.println(Grouped.count(closed.bills(), "bill") + " would have been made at its end");
        if (closed.withheld() > 0) {
            out.println("nothing is booked of " + Grouped.count(closed.withheld(), "agreement")
                    + " that would be held; see ./taswiya hold list");
        }
    }

    private String json(Closed closed) {
        return JsonLine.object(object -> {
            object.writeStringProperty("month", closed.month().toString());
            object.writeBooleanProperty("isStored", !isTrial);
            object.writeObjectPropertyStart("accrued");
            closed.accrued().forEach((account, net) -> writeUnlessZero(object, account.name(), net));
            object.writeEndObject();
            object.writeStringProperty("total", closed.total().toString());
            object.writeObjectPropertyStart("provision");
            object.writeStringProperty("needed", closed.provision().needed().toString());
            object.writeStringProperty("standing", closed.provision().standing().toString());
            object.writeStringProperty("booked", closed.provision().booked().toString());
            object.writeEndObject();
            object.writeNumberProperty("bills", closed.bills());
            object.writeNumberProperty("withheld", closed.withheld());
        });
    }

    private static void writeUnlessZero(JsonGenerator object, String name, Money net) {
        if (!net.isZero()) {
            object.writeStringProperty(name, net.toString());
        }
    }
}
