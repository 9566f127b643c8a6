package org.taswiya.cli.dun;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya dun refuse`: a person's word about an order.
@Command(
        name = "refuse",
        description = {"Refuses that a supply be cut; the account keeps it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is refused.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the rules have a fault; nothing was written.",
            "3:It is not, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya dun refuse 12 --why \"pays tomorrow\""})
final class DunRefuseCommand implements Callable<Integer> {
    @Mixin
    private OrderDecision decision;

    @Override
    public Integer call() throws IOException {
        return decision.refuse();
    }
}
