package org.taswiya.cli.outage;

import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.OutageState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya outage change`: moves one, or gives another reason.
@Command(
        name = "change",
        description = {
            "Moves an outage to other times, or gives another reason. By outage notify, who was told is told again,"
                    + " and who has the service there at the new times and was not told is told that it is planned."
                    + " What of the old message still waits is not sent.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such outage, it is over already, or would be by the new times; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya outage change 3 --to 2030-09-01T17:00 --why \"works last longer\"",
            "  ./taswiya outage change 3 --from 2030-09-02T08:00 --to 2030-09-02T14:00 \\",
            "      --why \"strike\" --dry-run"
        })
final class OutageChangeCommand implements Callable<Integer> {
    @Mixin
    private OutageStep step;

    @Option(names = "--from", paramLabel = "TIME", description = "When it begins. Default: as it was.")
    private @Nullable LocalDateTime from;

    @Option(names = "--to", paramLabel = "TIME", description = "When it is over. Default: as it was.")
    private @Nullable LocalDateTime to;

    @Mixin
    private ReasonOptions reasons;

    @Override
    public Integer call() {
        return step.make(OutageState.CHANGED, from, to, reasons.reasons());
    }
}
