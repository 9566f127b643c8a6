package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
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

/// `taswiya refund failed`: a refund did not go.
@Command(
        name = "failed",
        description = {
            "Says that the bank has not paid a refund that was sent: its money is the account's credit again."
                    + " What a statement says needs no word of anybody.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya refund failed RF0000000017 --why \"account closed\""})
final class RefundFailedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REFUND", description = "Its name, as refund list shows it.")
    private String number = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            return Decided.say(
                    spec, "Refund ", Refunds.failed(database, RefundParameter.parse(spec, number), today, change));
        }
    }
}
