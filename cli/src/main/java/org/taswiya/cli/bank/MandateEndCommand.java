package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Mandates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya mandate end`: nothing more is collected.
@Command(
        name = "end",
        description = {
            "Ends a mandate: nothing more is collected with it. What is in collection already ends as the"
                    + " bank says.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya mandate end M-2020-17 --why \"revoked by letter\""})
final class MandateEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "MANDATE", description = "What it is called.")
    private String reference = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (Database database = home.open()) {
            return Decided.say(spec, "Ended: ", Mandates.end(database, reference, today, change));
        }
    }
}
