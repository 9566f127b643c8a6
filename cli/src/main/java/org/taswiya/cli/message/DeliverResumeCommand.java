package org.taswiya.cli.message;

import java.util.List;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.Messages;
import picocli.CommandLine.Command;

/// `taswiya deliver resume`: lets messages go.
@Command(
        name = "resume",
        description = {"Lets messages go that were kept back: those named, or all.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; it may have been none.",
            "1:Taswiya or the machine under it failed; nothing was changed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deliver resume --why \"the date is put right\"",
            "  ./taswiya deliver resume 42 43 --why \"the date is put right\""
        })
final class DeliverResumeCommand extends WaitingMessagesCommand {
    @Override
    int decide(Database database, List<Long> messages, Change change) {
        return Messages.resume(database, messages, change);
    }

    @Override
    String done() {
        return "waiting again";
    }
}
