package org.taswiya.cli.budget;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetAnswer;
import org.taswiya.store.budget.BudgetDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya budget change`: another amount from a day on.
@Command(
        name = "change",
        description = {
            "Changes the amount of a budget plan that runs, as the customer agreed, for all due days from a day on.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is changed.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya budget change 3 240 --why \"agreed by phone\" --dry-run"})
final class BudgetChangeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The number of the plan.")
    private long number;

    @Parameters(
            index = "1",
            paramLabel = "AMOUNT",
            converter = MoneyOption.class,
            description = "What is to be paid a month from then on.")
    private Money amount = Money.ZERO;

    @Option(names = "--from", paramLabel = "DAY", description = "The first due day that has it. Default: tomorrow.")
    private @Nullable LocalDate from;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate today = BudgetOptions.today();
        LocalDate first = from == null ? today.plusDays(1) : from;
        BudgetAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = BudgetDecisions.change(database, number, amount, first, today, why.now(), isTrial);
            currency = utilities.currency(database);
        }
        return BudgetText.say(spec, answer, today, isTrial, json, currency);
    }
}
