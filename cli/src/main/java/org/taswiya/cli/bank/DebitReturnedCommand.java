package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Debits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya debit returned`: a debit that was not collected.
@Command(
        name = "returned",
        description = {
            "Says that the bank has not collected a direct debit: its item may be collected and dunned again."
                    + " What was collected and comes back later a statement says.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya debit returned DD0000000007-12 --why \"account closed\""})
final class DebitReturnedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "DEBIT", description = "Its end-to-end name, as debit list shows it.")
    private String endToEnd = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        try (Database database = home.open()) {
            return Decided.say(spec, "Direct debit ", Debits.returned(database, endToEnd, change));
        }
    }
}
