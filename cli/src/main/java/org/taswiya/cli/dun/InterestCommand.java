package org.taswiya.cli.dun;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.interest.InterestRun;
import org.taswiya.store.interest.InterestRun.Charged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya interest`: what is charged for paying late.
@Command(
        name = "interest",
        description = {
            "Charges the interest of a month that is over on all that was late in it, by the utility's interest.yaml:"
                    + " each day its open amount and rate, over 365, rounded once. Days in a dispute, a payment"
                    + " facility or budget plan that is kept, or an order that stops collection do not count.",
            "",
            "An item is charged once for a month. Killed at any moment and begun again, nothing is charged twice.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All that was to be charged is.",
            "1:Taswiya or the machine under it failed; what was charged stands, begin again.",
            "2:Wrong usage, or the rules have a fault; it is named with its place."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya interest 2020-09 --why \"month of September\" --dry-run",
            "  ./taswiya interest 2020-09 --why \"month of September\" --on 2020-10-01",
            "  ./taswiya adjust reverse AJ0000000017 --why \"bank was late\"   takes one back"
        })
public final class InterestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "MONTH", description = "The month, as 2020-09.")
    private String month = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is booked. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be charged; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object a line for each charge.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = on == null ? today : on;
        YearMonth of = month();
        if (day.isAfter(today) || !day.isAfter(of.atEndOfMonth())) {
            throw new ParameterException(
                    spec.commandLine(), of + " is booked after its end and by today, " + today + "; found " + day);
        }
        InterestRules rules = utility.interest();
        PrintWriter out = spec.commandLine().getOut();
        List<Money> amounts = new ArrayList<>();
        Currency currency;
        try (Database database = home.open()) {
            currency = utility.currency(database);
            InterestRun.charge(database, rules, of, day, why.now(), isTrial, charged -> {
                amounts.add(charged.interest().amount());
                out.println(json ? json(charged) : line(charged, currency));
            });
        }
        if (!json) {
            Money sum = amounts.stream().reduce(Money.ZERO, Money::plus);
            out.println((isTrial ? "Nothing stored; it would be " : "") + currency.money(sum) + " of interest on "
                    + Grouped.count(amounts.size(), "item") + " for " + of
                    + (rules.isNone() ? ": the utility charges none." : "."));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "'" + month + "' is no month; expected one as 2020-09", e);
        }
    }

    private static String line(Charged charged, Currency currency) {
        return charged.account() + " " + charged.item() + ": "
                + currency.money(charged.interest().amount()) + " for "
                + Grouped.count(charged.interest().days(), "day");
    }

    private static String json(Charged charged) {
        return JsonLine.object(json -> {
            json.writeStringProperty("account", charged.account());
            json.writeStringProperty("kind", charged.item().kind().code());
            json.writeStringProperty("number", charged.item().number());
            json.writeNumberProperty("days", charged.interest().days());
            json.writeStringProperty("amount", charged.interest().amount().toString());
        });
    }
}
