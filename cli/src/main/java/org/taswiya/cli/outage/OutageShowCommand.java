package org.taswiya.cli.outage;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya outage show`: what was said of one.
@Command(
        name = "show",
        description = {"Shows an outage with all that was said of it: when, why, and by whom.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such outage."
        },
        footer = {"", "Examples:", "  ./taswiya outage show 3"})
final class OutageShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "OUTAGE", description = "Its number.")
    private long number;

    @Override
    public Integer call() {
        Outage outage;
        try (Database database = home.open()) {
            outage = Outages.of(database, number)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no outage " + number));
        }
        OutageText.story(spec.commandLine().getOut(), outage);
        return ExitCode.GOOD;
    }
}
