package org.taswiya.cli.measuring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.backtest.Backtest;
import org.taswiya.bench.backtest.BacktestRow;
import org.taswiya.bench.backtest.MeterSet;
import org.taswiya.bench.backtest.OwnSets;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya backtest`: how good estimates would have been where the readings are known.
@Command(
        name = "backtest",
        description = {
            "Hides what meters used in a window, estimates it from what was known before, and says how good that was."
                    + " Choose the chain of a class of meters by it, on readings of your own.",
            "",
            "A set is a file usage.csv or usage.csv.gz of meter,class,from,to,quantity, in a folder of its own. WAPE is"
                    + " the sum of errors over the sum of use; APE a meter's error over its use; off, meters that err"
                    + " by more than 20 %%; bias, above zero when too much would have been billed; covered, meters"
                    + " within their interval of 80 %%. All in percent.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every set was measured.",
            "1:A set cannot be read, or no meter of it counts in any window.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya backtest --data ../shared/data",
            "  ./taswiya backtest --data readings --method two-years,best",
            "  ./taswiya backtest --data readings --method recent-average/6",
            "  ./taswiya backtest --data readings --window 2016-03..2016-05",
            "  ./taswiya backtest --data readings --method best --read-share 0.1",
            "  ./taswiya backtest --data nightly --from-books --json tonight.json",
            "  ./taswiya backtest --data water --tariff casablanca/water-household"
        })
public final class BacktestCommand implements Callable<Integer> {
    private static final List<EstimationMethod> ALL =
            EstimationMethod.values().stream().filter(BacktestCommand::isOfSets).toList();

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private HomeOption home;

    @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "A set, or a folder of sets.")
    private Path data = Path.of(".");

    @Option(
            names = "--from-books",
            description = "First write what the home's own meters used between actual readings into FOLDER, a set of"
                    + " each service, in the place of those of another time. The class is the tariff.")
    private boolean isFromBooks;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            split = ",",
            description = "One of two-years, last-year, previous-period, recent-average, last-quarter,"
                    + " last-twelve-months, class-season, annual-volume, class-average, best; several with commas."
                    + " recent-average/6 is of six periods, recent-average of three."
                    + " Default: all.")
    private List<String> methods = List.of();

    @Option(
            names = "--window",
            paramLabel = "MONTH..MONTH",
            description =
                    "First and last month that are hidden. Default: March to May of each year from the fourth on.")
    private @Nullable String window;

    @Option(names = "--each-year", description = "A line for each window, too. --json has them always.")
    private boolean eachYear;

    @Option(
            names = "--read-share",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Part of the meters declared read, from which the change of their class is learnt: 0 to 1."
                    + " They are not judged; with 1 each is, all others read. Default: ${DEFAULT-VALUE}.")
    private double readShare;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Draws the meters declared read. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--tariff",
            paramLabel = "ID",
            description = "Also say what settling the estimates would charge and give back, by its last version.")
    private @Nullable String tariff;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file as JSON, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        if (!(readShare >= 0 && readShare <= 1)) {
            throw wrong("--read-share " + readShare + ": expected 0 to 1");
        }
        List<EstimationMethod> chosen = chosen();
        DateRange months = window == null ? null : months(window);
        Tariff priced = tariff == null ? null : tariff(tariff);
        if (isFromBooks) {
            writeOwn();
        }
        List<Path> files = files();
        PrintWriter out = spec.commandLine().getOut();
        out.println(BacktestText.head(priced != null));
        List<BacktestRow> rows = new ArrayList<>();
        boolean isGood = true;
        for (Path file : files) {
            MeterSet set = MeterSet.read(file);
            if (set.count().refusedRows() > 0) {
                long left = set.count().refusedRows();
                err(file + ": " + Grouped.count(left, "row") + (left == 1 ? " is" : " are") + " left out; the first: "
                        + set.count().examples().getFirst());
            }
            if (set.count().overlapping() > 0) {
                err(file + ": " + Grouped.count(set.count().overlapping(), "row")
                        + " of days that another row of the meter tells of, too; of such days the row that begins later"
                        + " counts. The first: " + set.count().overlaps().getFirst());
            }
            Backtest test = new Backtest(set, readShare, seed, priced);
            List<DateRange> windows = months == null ? test.windows() : List.of(months);
            for (EstimationMethod method : chosen) {
                List<BacktestRow> found = test.rows(method, windows);
                rows.addAll(found);
                found.stream()
                        .filter(row -> eachYear || row.window().equals(BacktestRow.POOLED))
                        .forEach(row -> out.println(BacktestText.line(row)));
                out.flush();
            }
            isGood &= says(file, rows.getLast());
        }
        if (json != null) {
            Files.writeString(json, BacktestText.json(rows) + "\n");
        }
        return isGood ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private void writeOwn() throws IOException {
        try (Database database = home.open()) {
            OwnSets.write(database, Files.createDirectories(data))
                    .forEach((service, rows) -> err(
                            data.resolve(service) + ": " + Grouped.count(rows, "row") + " of the home's own readings"));
        }
    }

    private boolean says(Path file, BacktestRow last) {
        boolean counts = last.n() + last.unknown() > 0;
        if (!counts) {
            err(file + ": no meter counts; a window needs its own days with some use on them, the same of two years"
                    + " before, and half a year before it");
        }
        return counts;
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("taswiya: " + sentence);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /// No set has readings of customers.
    private static boolean isOfSets(EstimationMethod method) {
        return method.isOfChains() && !method.equals(EstimationMethod.CUSTOMER_READING);
    }

    private List<EstimationMethod> chosen() {
        List<EstimationMethod> chosen = new ArrayList<>();
        for (String code : methods) {
            chosen.add(EstimationMethod.ofCode(code)
                    .filter(BacktestCommand::isOfSets)
                    .orElseThrow(() -> wrong("--method " + code + ": expected one of "
                            + ALL.stream().map(EstimationMethod::code).collect(Collectors.joining(", ")))));
        }
        return chosen.isEmpty() ? ALL : chosen;
    }

    private DateRange months(String text) {
        int dots = text.indexOf("..");
        try {
            YearMonth first = YearMonth.parse(text.substring(0, Math.max(0, dots)));
            YearMonth last = YearMonth.parse(text.substring(dots + 2));
            return DateRange.of(first.atDay(1), last.plusMonths(1).atDay(1));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notMonths) {
            throw wrong("--window " + text + ": expected two months such as 2016-03..2016-05, the earlier first");
        }
    }

    private Tariff tariff(String id) {
        return utilities
                .folderLibrary()
                .tariff(id)
                .orElseThrow(() -> wrong("--tariff " + id + ": no price book is called so"));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(data)) {
            throw wrong("--data " + data + ": no such folder");
        }
        List<Path> files = MeterSet.files(data);
        if (files.isEmpty()) {
            throw wrong("--data " + data + ": no usage.csv or usage.csv.gz there or one folder below");
        }
        return files;
    }
}
