package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya refund refuse`: a refund may not go.
@Command(
        name = "refuse",
        description = {"Refuses a refund that waits for approval; nothing was taken for it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya refund refuse RF0000000017 --why \"still owes\""})
final class RefundRefuseCommand implements Callable<Integer> {
    @Mixin
    private RefundDecision decision;

    @Override
    public Integer call() {
        return decision.make(Refunds::refuse);
    }
}
