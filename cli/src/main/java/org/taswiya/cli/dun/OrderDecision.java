package org.taswiya.cli.dun;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.OrderAnswer;
import org.taswiya.store.dunning.ServiceOrders;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// On which order a person decides, when and why; and what is said of it.
final class OrderDecision {
    @Spec(Spec.Target.MIXEE)
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

    /// @return the exit code
    int approve() throws IOException {
        return make(true);
    }

    /// @return the exit code
    int refuse() throws IOException {
        return make(false);
    }

    private int make(boolean isApproved) throws IOException {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            OrderAnswer answer = ServiceOrders.decide(
                    database, number, isApproved, utility.dunning(), on == null ? today : on, today, why.now());
            return say(answer, utility.currency(database));
        }
    }

    private int say(OrderAnswer answer, Currency currency) {
        return switch (answer) {
            case OrderAnswer.Decided(var order) -> {
                spec.commandLine().getOut().println(DunText.order(order, currency));
                yield ExitCode.GOOD;
            }
            case OrderAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }
}
