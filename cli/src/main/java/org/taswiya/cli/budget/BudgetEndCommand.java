package org.taswiya.cli.budget;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetAnswer;
import org.taswiya.store.budget.BudgetDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya budget end`: a customer leaves a plan.
@Command(
        name = "end",
        description = {
            "Ends a budget plan before its year is over. What was billed and is not paid is due after the days of the"
                    + " utility's rules; what was paid too much is a credit.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It has ended.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya budget end 3 --why \"moves out\" --dry-run"})
final class BudgetEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The number of the plan.")
    private long number;

    @Option(names = "--on", paramLabel = "DAY", description = "From which day on it counts no more. Default: today.")
    private @Nullable LocalDate on;

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
        LocalDate day = on == null ? BudgetOptions.today() : on;
        BudgetAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = BudgetDecisions.end(database, number, day, BudgetOptions.today(), why.now(), isTrial);
            currency = utilities.currency(database);
        }
        return BudgetText.say(spec, answer, day, isTrial, json, currency);
    }
}
