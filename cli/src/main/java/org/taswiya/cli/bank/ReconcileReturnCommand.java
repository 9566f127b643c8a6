package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya reconcile return`: a transaction goes back.
@Command(
        name = "return",
        description = {
            "Asks for money that came in and is nobody's to be sent back to the account from which it came: a"
                    + " refund, which somebody approves (refund approve). Until then the transaction waits, and may"
                    + " still be assigned.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya reconcile return 17 --why \"not our customer\""})
final class ReconcileReturnCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "N", description = "Its number, as list shows it.")
    private long number;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        try (Database database = home.open()) {
            return Decided.say(spec, "Transaction " + number + ": ", Refunds.askReturn(database, number, change));
        }
    }
}
