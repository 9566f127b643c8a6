package org.taswiya.cli.suspect;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.DialValue;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.quantity.Decimal;
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

/// `taswiya suspect correct`: puts a reading right that came in.
@Command(
        name = "correct",
        description = {
            "Corrects a suspect: the value given becomes a reading like any other, what came in stays on record. Bills"
                    + " that rest on its day are settled anew by the next one.",
            "",
            "The same decision again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is decided.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or the meter cannot show this, or it is decided otherwise; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya suspect correct E12 2020-06-01 --value 4711 --why \"6 read as 9\""})
final class SuspectCorrectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private SuspectChoice choice;

    @Option(
            names = "--value",
            paramLabel = "VALUE",
            required = true,
            description = "What the dial showed at the start of the day.")
    private String value = "";

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be decided; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        Decimal shown = DialValue.of(spec, "--value", value);
        ReadingChecks checks = utility.alarmLimits();
        try (Database database = home.open()) {
            DecidedSuspect done = SuspectDecisions.correct(
                    database, choice.usagePoint(), choice.day(), shown, checks, why.now(), isTrial);
            SuspectText.decided(spec.commandLine().getOut(), done, "corrected to " + shown, isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
