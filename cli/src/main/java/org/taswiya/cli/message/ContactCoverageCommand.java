package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.reach.Coverage;
import org.taswiya.store.reach.Coverages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya contact coverage`: counts how many accounts each channel reaches, and keeps the counts.
@Command(
        name = "coverage",
        description = {
            "Counts how many accounts with an agreement in force each channel reaches, in all, by class and by area,"
                    + " and keeps the counts for the console's pages, with those whom nothing reaches. Meant for"
                    + " every night.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is counted.",
            "1:Taswiya or the machine under it failed; the counts before are there.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya contact coverage --why nightly"})
final class ContactCoverageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--on", paramLabel = "DAY", description = "The day as of which it is counted. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            Coverages.count(database, day, why.now());
            Coverages.newest(database)
                    .map(Coverage::all)
                    .ifPresent(all -> out.println(all.accounts() + " accounts, "
                            + all.onScreen() + " reached on a screen, " + all.postOnly() + " by post alone, "
                            + all.unreached() + " by nothing"));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
