package org.taswiya.cli.billing;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya run resume`: goes on with the run that was killed.
@Command(
        name = "resume",
        description = {
            "Goes on with the run that did not end, where it was: the books become the same bytes as if it had never"
                    + " been interrupted. With nothing to go on with it does nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The run has ended, or there was none to go on with.",
            "1:Taswiya or the machine under it failed; run the same command again.",
            "2:Wrong usage, a faulty price book, or policies or price books are no longer those with which the run was"
                    + " begun.",
            "3:Some agreements failed; each is named with its reason."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya run resume",
            "  ./taswiya run resume --metrics /var/lib/metrics/taswiya.prom"
        })
final class RunResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private BillingJob job;

    @Override
    public Integer call() throws IOException {
        try (Database database = home.open()) {
            for (RunReport run : RunReport.all(database)) {
                if (run.state() == RunState.UNFINISHED) {
                    return job.bill(database, home.home(), run.cycle(), RunSettings.ACCOUNTS_PER_BATCH);
                }
            }
        }
        spec.commandLine().getErr().println("taswiya: no run is unfinished, so there is nothing to go on with");
        return ExitCode.GOOD;
    }
}
