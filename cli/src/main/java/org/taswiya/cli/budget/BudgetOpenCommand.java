package org.taswiya.cli.budget;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetAnswer;
import org.taswiya.store.budget.BudgetDecisions;
import org.taswiya.store.budget.BudgetDecisions.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya budget open`: a plan begins.
@Command(
        name = "open",
        description = {
            "Opens a budget plan for an account that asks for one. Bills go on as always; while the plan is kept the"
                    + " customer is asked only for its amounts, and nobody is reminded of what it covers.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is open.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya budget open 1204551837 --why \"asked at the counter\" --dry-run",
            "  ./taswiya budget open 1204551837 --amount 220 --why \"new flat\""
        })
final class BudgetOpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private BudgetOptions options;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        Asked asked = options.asked();
        BudgetAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer =
                    BudgetDecisions.open(database, options.account(), asked, BudgetOptions.today(), why.now(), isTrial);
            currency = options.currency(database);
        }
        return BudgetText.say(spec, answer, asked.from(), isTrial, options.isJson(), currency);
    }
}
