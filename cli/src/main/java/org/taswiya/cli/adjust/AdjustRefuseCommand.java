package org.taswiya.cli.adjust;

import java.util.concurrent.Callable;
import org.taswiya.store.adjustment.Adjustments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya adjust refuse`: a correction is not made.
@Command(
        name = "refuse",
        description = {"Refuses an adjustment that waits. Nothing is booked.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya adjust refuse AJ0000000017 --why \"not shown\""})
final class AdjustRefuseCommand implements Callable<Integer> {
    @Mixin
    private AdjustmentDecision decision;

    @Override
    public Integer call() {
        return decision.make(Adjustments::refuse);
    }
}
