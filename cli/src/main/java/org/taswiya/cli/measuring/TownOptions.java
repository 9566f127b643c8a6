package org.taswiya.cli.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.taswiya.bench.BilledTown;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The town whose pages are measured: how large, where, and whether it stays.
final class TownOptions {
    private static final String MAKER = "bench-pages";
    private static final String UTILITY = "casablanca";

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Accounts of the town; a million take some 15 GB of disk. Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the town lives. Default: .taswiya-bench-pages here.")
    private Path folder = Path.of(".taswiya-bench-pages");

    @Option(
            names = "--keep",
            description = "Leave the town where it is at the end; the next measurement of pages or of the console with"
                    + " as many accounts takes it. Default: it is removed.")
    private boolean isKept;

    BilledTown town() {
        return new BilledTown(accounts);
    }

    void require(ReportOptions report) {
        report.require("--accounts", accounts, ReportOptions.ACCOUNTS_LEAST, ReportOptions.ACCOUNTS_MOST);
    }

    /// One that was kept, if it is as large; else a new one.
    Home home(BenchProgress progress) throws IOException {
        Home home = Home.at(folder);
        if (home.madeBy().orElse("").equals(MAKER) && !home.isUnfinished()) {
            try (Database database = Database.openEmbedded(home, 0)) {
                if (BilledTown.in(database).equals(town())) {
                    return home;
                }
            }
        }
        home.begin(MAKER);
        try (Database database = Database.openEmbedded(home, 0)) {
            town().make(
                            database,
                            utilities.policies(UTILITY).policy(),
                            utilities.folderLibrary()::tariff,
                            LocalDate.now(ZoneId.systemDefault()),
                            progress);
        }
        home.finish(MAKER);
        return home;
    }

    /// When all is measured.
    void leave(Home home) throws IOException {
        if (!isKept) {
            home.remove(MAKER);
        }
    }

    /// The file that starts the pages.
    static Path launcher() {
        String root = System.getProperty("taswiya.root");
        if (root == null) {
            throw new IllegalStateException("started otherwise than by ./taswiya, which starts the pages too");
        }
        return Path.of(root, "taswiya");
    }
}
