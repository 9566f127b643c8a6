package org.taswiya.cli.payment;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.CreditUses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya pay credits`: customers' credits settle what came after them.
@Command(
        name = "credits",
        description = {
            "Uses what customers have to their credit on what they owe: the oldest credit first, on the item that has"
                    + " been due the longest. `bill` does it at the end of a run, and an account that pays has its own"
                    + " credits used then: this is for credits that came in between, such as by an import.",
            "",
            "Doing it again does nothing more; killed at any moment, the next time does the rest.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay credits --why \"bills of June\" --trial",
            "  ./taswiya pay credits --why \"bills of June\" --on 2020-06-03"
        })
final class PayCreditsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day of the entries; what is issued later is left alone. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say how much would be used; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--on is " + day + " and today is " + today + "; use them when the day has come");
        }
        CreditUses.Used used;
        Currency currency;
        try (Database database = home.open()) {
            used = CreditUses.use(database, day, why.now(), isTrial);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                object.writeNumberProperty("accounts", used.accounts());
                object.writeNumberProperty("uses", used.uses());
                object.writeStringProperty("amount", used.amount().toString());
                object.writeBooleanProperty("isStored", !isTrial);
            }));
        } else {
            out.println(currency.money(used.amount()) + " of credit " + (isTrial ? "would be used" : "is used") + " on "
                    + Grouped.count(used.uses(), "item") + " of " + Grouped.count(used.accounts(), "account")
                    + (isTrial ? "; nothing stored" : ""));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
