package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.message.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class DeliverResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "As `deliver list` numbers them. Default: all.")
    private List<Long> ids = new ArrayList<>();

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        int moved;
        try (Database database = home.open()) {
            moved = Messages.resume(database, ids, why.now());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(moved + " waiting again");
        out.flush();
        return ExitCode.GOOD;
    }
}
