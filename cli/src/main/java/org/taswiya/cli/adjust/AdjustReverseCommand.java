package org.taswiya.cli.adjust;

import java.util.concurrent.Callable;
import org.taswiya.store.adjustment.Adjustments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya adjust reverse`: a correction was wrong.
@Command(
        name = "reverse",
        description = {"Takes a booked adjustment back by an entry that mirrors it. What it settled is open again.", ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya adjust reverse AJ0000000017 --why \"wrong account\""})
final class AdjustReverseCommand implements Callable<Integer> {
    @Mixin
    private AdjustmentDecision decision;

    @Override
    public Integer call() {
        return decision.make(Adjustments::reverse);
    }
}
