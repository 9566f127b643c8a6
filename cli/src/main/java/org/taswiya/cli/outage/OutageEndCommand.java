package org.taswiya.cli.outage;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.core.message.OutageState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya outage end`: supply is back.
@Command(
        name = "end",
        description = {
            "Writes down when an outage ended. Who was told of it is told so by outage notify, and nobody else.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such outage, it is over already, or the end is in time to come; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya outage end 3 --at 2020-09-01T13:20 --why \"works done\""})
final class OutageEndCommand implements Callable<Integer> {
    @Mixin
    private OutageStep step;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "When supply was back, such as 2020-09-01T13:20; not later than now.")
    private LocalDateTime at = LocalDateTime.MIN;

    @Override
    public Integer call() {
        return step.make(OutageState.ENDED, null, at, Map.of());
    }
}
