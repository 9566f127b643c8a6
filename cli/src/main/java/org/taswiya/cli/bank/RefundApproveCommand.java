package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya refund approve`: a refund may go.
@Command(
        name = "approve",
        description = {
            "Approves a refund: its credit is taken. Above the limit of the account at the bank somebody else"
                    + " approves than who has asked.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya refund approve RF0000000017 --why checked"})
final class RefundApproveCommand implements Callable<Integer> {
    @Mixin
    private RefundDecision decision;

    @Override
    public Integer call() {
        return decision.make(Refunds::approve);
    }
}
