package org.taswiya.cli.online;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.online.CardRefunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya online refund`: a card payment should go back.
@Command(
        name = "refund",
        description = {
            "Asks for a card payment to go back to its card, whole. Somebody else approves it (online approve), and"
                    + " then online check has the provider do it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya online refund R0000000001AB --why \"paid twice\""})
final class OnlineRefundCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "RECEIPT", description = "The number of its receipt.")
    private String number = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        ReceiptNumber receipt = RefundText.receipt(spec, number);
        try (Database database = home.open()) {
            return RefundText.say(spec, CardRefunds.ask(database, receipt, change));
        }
    }
}
