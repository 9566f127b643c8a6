package org.taswiya.cli.suspect;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Database;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectDecisions.DecidedSuspect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya suspect accept`: lets a reading count as it came in.
@Command(
        name = "accept",
        description = {
            "Accepts a suspect as it came in: it becomes a reading like any other. Bills that rest on its day are"
                    + " settled anew by the next one.",
            "",
            "The same decision again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is decided.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or it cannot be accepted or is decided otherwise; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspect accept E12 2020-06-01 --why \"a new heat pump\"",
            "  ./taswiya suspect accept E12 2020-06-01 --why photo --author Salma --trial"
        })
final class SuspectAcceptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private SuspectChoice choice;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be decided; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        ReadingChecks checks = utility.alarmLimits();
        try (Database database = home.open()) {
            DecidedSuspect done =
                    SuspectDecisions.accept(database, choice.usagePoint(), choice.day(), checks, why.now(), isTrial);
            SuspectText.decided(
                    spec.commandLine().getOut(),
                    done,
                    "accepted: " + done.suspect().reading().value() + " counts",
                    isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
