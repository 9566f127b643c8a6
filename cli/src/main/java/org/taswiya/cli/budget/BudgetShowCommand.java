package org.taswiya.cli.budget;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetPlans;
import org.taswiya.store.budget.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya budget show`: one plan with its subtraction.
@Command(
        name = "show",
        description = {
            "Shows a budget plan and how it stands on a day: what was carried into it, billed and paid since, and the"
                    + " balance, which is settled when its year is over.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The plan is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such plan."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya budget show 3",
            "  ./taswiya budget show 3 --on 2020-12-31 --json | jq .balance"
        })
final class BudgetShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The number of the plan.")
    private long number;

    @Option(names = "--on", paramLabel = "DAY", description = "How it stands on this day. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate day = on == null ? BudgetOptions.today() : on;
        StoredPlan found;
        Currency currency;
        try (Database database = home.open()) {
            found = BudgetPlans.of(database, number)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no budget plan " + number + "; budget list shows those that there are"));
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> BudgetText.plan(object, found, day)));
        } else {
            BudgetText.shown(found, day, currency).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
