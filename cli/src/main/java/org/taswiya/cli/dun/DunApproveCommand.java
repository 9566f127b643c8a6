package org.taswiya.cli.dun;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya dun approve`: a person's word about an order.
@Command(
        name = "approve",
        description = {
            "Approves that a supply be cut, when nothing stops it on that day; what stops it is looked for again."
                    + " Whoever ran the dunning cannot approve it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is approved.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is not, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya dun approve 12 --why \"visited, nobody there\""})
final class DunApproveCommand implements Callable<Integer> {
    @Mixin
    private OrderDecision decision;

    @Override
    public Integer call() throws IOException {
        return decision.approve();
    }
}
