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

/// `taswiya dun refuse`: a person's word about an order.
@Command(
        name = "refuse",
        description = {"Refuses that a supply be cut; the account keeps it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is refused.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is not, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya dun refuse 12 --why \"pays tomorrow\""})
final class DunRefuseCommand implements Callable<Integer> {
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
                    database, number, false, utility.dunning(), on == null ? today : on, today, why.now());
            currency = utility.currency(database);
        }
        return OrderDecision.say(spec, answer, currency);
    }
}
