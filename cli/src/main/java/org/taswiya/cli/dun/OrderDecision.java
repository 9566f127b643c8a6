package org.taswiya.cli.dun;

import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.dunning.OrderAnswer;
import picocli.CommandLine.Model.CommandSpec;

/// Says what became of an order on which a person has decided.
final class OrderDecision {
    private OrderDecision() {}

    /// @return the exit code
    static int say(CommandSpec spec, OrderAnswer answer, Currency currency) {
        return switch (answer) {
            case OrderAnswer.Decided(var order) -> {
                spec.commandLine().getOut().println(DunText.order(order, currency));
                yield ExitCode.GOOD;
            }
            case OrderAnswer.Refused(var reason, var found) -> {
                spec.commandLine().getErr().println("taswiya: " + reason.code() + ": " + found);
                yield ExitCode.SOME_REFUSED;
            }
        };
    }
}
