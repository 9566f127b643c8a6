package org.taswiya.cli.measuring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.BilledTown;
import org.taswiya.bench.pages.PagesReport;
import org.taswiya.bench.pages.PagesTrial;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya bench pages`: how many the pages serve here, and how soon.
@Command(
        name = "pages",
        description = {
            "Makes and bills a town, starts `serve` on it as a process of its own, signs residents in and has them look"
                    + " at their bills, then give their own readings all at once while bills are looked at, by the"
                    + " page and in bulk by the API. At the end the pages are stopped, and each reading that was"
                    + " accepted must be in the books.",
            "",
            "The visitors work on the same processors as the pages and their database. At a rate each wait counts from"
                    + " the moment at which the page was to be asked for, so that a standstill is waited for by all who"
                    + " come meanwhile. Machines are noisy: compare figures of one run.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured; whatever was accepted is in the books.",
            "1:Taswiya or the machine under it failed, or a reading was lost.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bench pages",
            "  ./taswiya bench pages --accounts 1000000 --keep --json pages.json"
        })
final class BenchPagesCommand implements Callable<Integer> {
    private static final String MAKER = "bench-pages";
    private static final String UTILITY = "casablanca";
    private static final int ACCOUNTS_LEAST = 100;
    private static final int ACCOUNTS_MOST = 8_000_000;
    private static final int VISITORS_MOST = 20_000;
    private static final int SECONDS_MOST = 3_600;
    private static final int RATE_MOST = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Accounts of the town; a million take some 8 GB of disk. Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--visitors",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many of them sign in. Default: ${DEFAULT-VALUE}.")
    private int visitors;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Bills a second where they are asked for at a rate. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file as JSON, too.")
    private @Nullable Path json;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the town lives. Default: .taswiya-bench-pages here.")
    private Path folder = Path.of(".taswiya-bench-pages");

    @Option(
            names = "--keep",
            description = "Leave the town where it is at the end; the next measurement with as many accounts takes it."
                    + " Default: it is removed.")
    private boolean isKept;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require("--accounts", accounts, ACCOUNTS_LEAST, ACCOUNTS_MOST);
        require("--visitors", visitors, 1, Math.min(accounts, VISITORS_MOST));
        require("--rate", rate, 1, RATE_MOST);
        require("--seconds", seconds, 1, SECONDS_MOST);
        Home home = town();
        PagesReport report = PagesTrial.measure(
                new PagesTrial.Order(
                        launcher(), home, new BilledTown(accounts), visitors, rate, Duration.ofSeconds(seconds)),
                progress());
        if (!isKept) {
            home.remove(MAKER);
        }
        if (json != null) {
            Files.writeString(json, BenchPagesText.json(report) + "\n");
        }
        PrintWriter out = spec.commandLine().getOut();
        BenchPagesText.lines(report).forEach(out::println);
        out.flush();
        return report.isLost() ? ExitCode.FAILED : ExitCode.GOOD;
    }

    private void require(String option, int found, int least, int most) {
        if (found < least || found > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " " + found + ": expected " + least + " to " + most);
        }
    }

    private BenchProgress progress() {
        return new BenchProgress(spec.commandLine().getErr());
    }

    /// One that was kept, if it is as large; else a new one.
    private Home town() throws IOException {
        Home home = Home.at(folder);
        if (home.madeBy().orElse("").equals(MAKER) && !home.isUnfinished()) {
            try (Database database = Database.openEmbedded(home, 0)) {
                if (BilledTown.in(database).accounts() == accounts) {
                    return home;
                }
            }
        }
        home.begin(MAKER);
        try (Database database = Database.openEmbedded(home, 0)) {
            new BilledTown(accounts)
                    .make(
                            database,
                            utilities.policies(UTILITY).policy(),
                            utilities.library()::tariff,
                            LocalDate.now(ZoneId.systemDefault()),
                            progress());
        }
        home.finish(MAKER);
        return home;
    }

    private static Path launcher() {
        String root = System.getProperty("taswiya.root");
        if (root == null) {
            throw new IllegalStateException("started otherwise than by ./taswiya, which starts the pages too");
        }
        return Path.of(root, "taswiya");
    }
}
