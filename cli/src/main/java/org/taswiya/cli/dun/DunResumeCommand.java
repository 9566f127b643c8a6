package org.taswiya.cli.dun;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.dunning.DunningStops;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dun resume`: a stop ends.
@Command(
        name = "resume",
        description = {"Says when a stop ends, or says it anew; its number is that of dun show.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It ends.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, there is no such stop, or it begins later; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya dun resume 4 --why \"dispute settled\""})
final class DunResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "The number of the stop.")
    private long number;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The first day on which it counts no more. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        try (Database database = home.open()) {
            DunningStops.Stored stored = DunningStops.end(database, number, day, why.now())
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no stop " + number + " that begins by " + day));
            spec.commandLine().getOut().println(DunText.stop(stored));
        }
        return ExitCode.GOOD;
    }
}
