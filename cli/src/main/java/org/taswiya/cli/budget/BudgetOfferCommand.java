package org.taswiya.cli.budget;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.budget.BudgetOffer;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetDecisions;
import org.taswiya.store.budget.BudgetDecisions.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya budget offer`: what a plan would come to.
@Command(
        name = "offer",
        description = {
            "Simulates the budget plan of an account: its monthly amount and by which bills it was found, its due days,"
                    + " and what its end would bring if all comes as expected; nothing is written. The rules are the"
                    + " utility's budget.yaml.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:A plan is possible; it is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or the utility's rules have a fault; it is named with its place.",
            "3:None is offered, with the reason."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya budget offer 1204551837",
            "  ./taswiya budget offer 1204551837 --amount 220 --from 2020-07-01",
            "  ./taswiya budget offer 1204551837 --json | jq .monthly"
        })
final class BudgetOfferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private BudgetOptions options;

    @Override
    public Integer call() throws IOException {
        Asked asked = options.asked();
        BudgetOffer offer;
        Currency currency;
        try (Database database = home.open()) {
            offer = BudgetDecisions.offer(database, options.account(), asked);
            currency = options.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (options.isJson()) {
            out.println(JsonLine.object(object -> BudgetText.offer(object, options.account(), offer)));
        }
        int code = switch (offer) {
            case BudgetOffer.NotOffered(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
            case BudgetOffer.Offered offered -> {
                if (!options.isJson()) {
                    BudgetText.offered(options.account(), offered, currency).forEach(out::println);
                }
                yield ExitCode.GOOD;
            }
        };
        out.flush();
        return code;
    }
}
