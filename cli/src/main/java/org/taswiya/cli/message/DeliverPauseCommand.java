package org.taswiya.cli.message;

import java.util.List;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.Messages;
import picocli.CommandLine.Command;

/// `taswiya deliver pause`: keeps messages back.
@Command(
        name = "pause",
        description = {
            "Keeps messages back that wait: those named, or all. One that is just being handed over is waited for.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; it may have been none.",
            "1:Taswiya or the machine under it failed; nothing was changed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver pause --why \"bills have a wrong date\"",
            "  ./taswiya deliver pause 42 43 --why \"bills have a wrong date\""
        })
final class DeliverPauseCommand extends WaitingMessagesCommand {
    @Override
    int decide(Database database, List<Long> messages, Change change) {
        return Messages.pause(database, messages, change);
    }

    @Override
    String done() {
        return "kept back";
    }
}
