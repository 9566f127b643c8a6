package org.taswiya.cli.suspect;

import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.ReadingRoutes;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectDecisions.DecidedSuspect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya suspect reread`: has the meter read again.
@Command(
        name = "reread",
        description = {
            "Has the meter read again: what came in does not count, and until somebody has read it the days are"
                    + " estimated. The next orders of its route ask for it as a re-read, until a reading of that day or"
                    + " a later one has come in.",
            "",
            "The same decision again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is decided.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or it is decided otherwise; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya suspect reread E12 2020-06-01 --why \"no photo\""})
final class SuspectRereadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private SuspectChoice choice;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be decided; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            DecidedSuspect done =
                    SuspectDecisions.reread(database, choice.usagePoint(), choice.day(), why.now(), isTrial);
            SuspectText.decided(spec.commandLine().getOut(), done, "read again", isTrial);
            List<String> routes = ReadingRoutes.passing(database, choice.usagePoint());
            spec.commandLine()
                    .getOut()
                    .println(
                            routes.isEmpty()
                                    ? "It is on no route, so no round asks for it: lay one past it with route lay."
                                    : "The next round of route " + String.join(" or ", routes) + " asks for it.");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
