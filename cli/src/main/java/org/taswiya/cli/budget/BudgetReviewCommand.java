package org.taswiya.cli.budget;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.budget.BudgetReview;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetPlans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya budget review`: which plans drift, and which have closed.
@Command(
        name = "review",
        description = {
            "Holds each budget plan beside what is to come, once a month: which drift, with the amount that would bring"
                    + " the rest of the year out even; which are broken or over, with what is left and the amount of"
                    + " a next year. Nothing is written, and no amount changes before budget change.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya budget review --on 2020-09-01",
            "  ./taswiya budget review --json | jq 'select(.isDrifting)'"
        })
final class BudgetReviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--on", paramLabel = "DAY", description = "As of this day. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a line, also of plans about which nothing is to be done.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate day = on == null ? BudgetOptions.today() : on;
        List<BudgetReview> found;
        Currency currency;
        try (Database database = home.open()) {
            found = BudgetPlans.review(database, day);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            found.forEach(one -> out.println(JsonLine.object(object -> BudgetText.review(object, one))));
        } else {
            found.stream()
                    .filter(one -> one.isDrifting() || !one.standing().state().isRunning())
                    .forEach(one -> out.println(BudgetText.review(one, currency)));
            long drifting = found.stream().filter(BudgetReview::isDrifting).count();
            out.println(found.size() + " looked at, " + drifting + " drifting.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
