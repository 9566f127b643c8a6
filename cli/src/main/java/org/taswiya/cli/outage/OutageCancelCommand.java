package org.taswiya.cli.outage;

import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.core.message.OutageState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taswiya outage cancel`: it does not take place.
@Command(
        name = "cancel",
        description = {"Calls an outage off. Who was told of it is told so by outage notify, and nobody else.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such outage, or it is over already; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya outage cancel 3 --why \"no workers\""})
final class OutageCancelCommand implements Callable<Integer> {
    @Mixin
    private OutageStep step;

    @Override
    public Integer call() {
        return step.make(OutageState.CANCELLED, null, null, Map.of());
    }
}
