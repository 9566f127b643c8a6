package org.taswiya.cli.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taswiya.bench.Bench;
import org.taswiya.bench.BenchReport;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya bench`: how fast bills are made here, beside a floor and a rival.
@Command(
        name = "bench",
        subcommands = {BenchPagesCommand.class, BenchConsoleCommand.class, BenchIntervalsCommand.class},
        description = {
            "Measures on a town made up for it: one agreement an account, two years of readings, a month that is read,"
                    + " three that are not, and the reading that settles them.",
            "",
            "Durable means: bills, lines, segments, entries and postings committed to PostgreSQL with fsync on. The"
                    + " floor is the time that copying the same bytes takes with nothing computed. The rival makes the"
                    + " same bills by statements on sets in the same PostgreSQL; its totals must equal ours bill by"
                    + " bill, or the measurement fails. Machines are noisy: compare figures of one run.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured, and the rival's bills are ours unless it was left out.",
            "1:Taswiya or the machine under it failed, or the rival's bills are not ours.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bench",
            "  ./taswiya bench --accounts 1000000 --json bench.json",
            "  TASWIYA_JAVA_OPTS=-Xmx512m ./taswiya bench --accounts 5000000 \\",
            "      --no-sql --no-documents"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final String MAKER = "bench";
    private static final String UTILITY = "casablanca";
    private static final double ROUND_SECONDS = 1.5;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Accounts of the town; a million take some 10 GB of disk. Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--no-sql",
            description = "Leave the rival out: about half the time and half the disk, and no bill is compared.")
    private boolean withoutSql;

    @Option(
            names = "--no-documents",
            description = "Leave the chain out, which writes a document for every bill and takes longest.")
    private boolean withoutDocuments;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the town lives meanwhile; it is removed at the end. Default: .taswiya-bench here.")
    private Path folder = Path.of(".taswiya-bench");

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.require("--accounts", accounts, ReportOptions.ACCOUNTS_LEAST, ReportOptions.ACCOUNTS_MOST);
        Home home = Home.at(folder);
        home.begin(MAKER);
        BenchReport measured;
        try (Database database = Database.openEmbedded(home, 0)) {
            Bench.Order order = new Bench.Order(
                    accounts,
                    Runtime.getRuntime().availableProcessors(),
                    !withoutSql,
                    !withoutDocuments,
                    PaperOptions.terms(utilities.folderLibrary(), utilities.profile(UTILITY), PrintForm.BILINGUAL),
                    ROUND_SECONDS,
                    utilities.policies(UTILITY).policy(),
                    utilities.folderLibrary()::tariff,
                    folder);
            measured = Bench.measure(order, database, report.progress());
        }
        home.remove(MAKER);
        report.tell(BenchText.lines(measured), () -> BenchText.json(measured));
        return ExitCode.GOOD;
    }
}
