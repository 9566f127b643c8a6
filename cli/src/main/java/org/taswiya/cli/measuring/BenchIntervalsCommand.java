package org.taswiya.cli.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taswiya.bench.interval.IntervalBenchReport;
import org.taswiya.bench.interval.IntervalTrial;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya bench intervals`: how soon intervals are loaded and summed, and what they take.
@Command(
        name = "intervals",
        description = {
            "Measures what a year of quarter hours takes, then makes up registers, loads days of all of them from files"
                    + " of text, sums each by time bands with the highest half hour, and packs the month.",
            "",
            "The floor is the time that copying the same rows out and in takes. A day of a million registers in half an"
                    + " hour is 556 days of a register a second. Machines are noisy: compare figures of one run.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Measured; all that was loaded was summed.",
            "1:Taswiya or the machine under it failed, or something was not taken.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bench intervals",
            "  ./taswiya bench intervals --registers 1000000 --days 1 --json intervals.json"
        })
final class BenchIntervalsCommand implements Callable<Integer> {
    private static final String MAKER = "bench-intervals";
    private static final int REGISTERS_LEAST = 10;
    private static final int REGISTERS_MOST = 8_000_000;
    private static final int DAYS_MOST = 31;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--registers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many; a day of a million takes some 500 MB of disk, and its file as much."
                    + " Default: ${DEFAULT-VALUE}.")
    private int registers;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "How many days are loaded. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the registers live meanwhile; it is removed at the end. Default:"
                    + " .taswiya-bench-intervals here.")
    private Path folder = Path.of(".taswiya-bench-intervals");

    @Override
    public Integer call() throws IOException {
        report.require("--registers", registers, REGISTERS_LEAST, REGISTERS_MOST);
        report.require("--days", days, 1, DAYS_MOST);
        Home home = Home.at(folder);
        home.begin(MAKER);
        IntervalBenchReport measured;
        try (Database database = Database.openEmbedded(home, 0)) {
            measured = IntervalTrial.measure(database, report.progress(), registers, days, folder.resolve("feeds"));
        }
        home.remove(MAKER);
        report.tell(BenchIntervalsText.lines(measured), () -> BenchIntervalsText.json(measured));
        return ExitCode.GOOD;
    }
}
