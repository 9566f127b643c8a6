package org.taswiya.cli.outage;

import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Database;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya outage cancel`: it does not take place.
@Command(
        name = "cancel",
        description = {"Calls an outage off. Who was told of it is told so by outage notify, and nobody else.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such outage, or it is over already; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya outage cancel 3 --why \"no workers\""})
final class OutageCancelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "OUTAGE", description = "Its number.")
    private long number;

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            Outages.Said said = Outages.change(
                            database,
                            number,
                            OutageState.CANCELLED,
                            null,
                            null,
                            Map.of(),
                            OutageText.now(),
                            why.now(),
                            isTrial)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no outage " + number));
            OutageText.said(spec.commandLine(), said, isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
