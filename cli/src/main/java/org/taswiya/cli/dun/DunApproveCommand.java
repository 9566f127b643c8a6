package org.taswiya.cli.dun;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.OrderAnswer;
import org.taswiya.store.dunning.ServiceOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dun approve`: a person's word about an order.
@Command(
        name = "approve",
        description = {
            "Approves that a supply be cut, when nothing stops it on that day; what stops it is looked for again."
                    + " Whoever ran the dunning cannot approve it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is approved.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is not, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya dun approve 12 --why \"visited, nobody there\""})
final class DunApproveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NUMBER", description = "The number of the order.")
    private long number;

    @Option(names = "--on", paramLabel = "DAY", description = "The day of the decision. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        OrderAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = ServiceOrders.decide(
                    database, number, true, utility.dunning(), on == null ? today : on, today, why.now());
            currency = utility.currency(database);
        }
        return OrderDecision.say(spec, answer, currency);
    }
}
