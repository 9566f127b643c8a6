package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin
    private RefundDecision decision;

    @Override
    public Integer call() {
        return decision.make(Refunds::failed);
    }
}
