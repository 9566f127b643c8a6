package org.taswiya.spark;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.billing.RangeTally;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.spark.billing.RunReport;
import org.taswiya.spark.billing.SparkRun;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.BooksFile;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.spark.parquet.UnreadableFile;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.run.Cycle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `taswiya spark`: bills a cycle by Spark. Also the main class for `spark-submit`.
@Command(
        name = "taswiya spark",
        subcommands = {ExportCommand.class, LoadCommand.class, MeasureCommand.class},
        description = {
            "Bills a cycle by Spark: the same bills as `./taswiya bill`, into Parquet files.",
            "",
            "Accounts come from files (--input, as `./taswiya spark export` writes them) or else from the database of a"
                    + " home, of which each task reads a range. The run may be killed at any moment: the same command"
                    + " goes on where it was and leaves the same bytes. Nothing is written to the database; bills go"
                    + " to OUTPUT/bills, agreements without one to OUTPUT/withheld.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The cycle is billed; some agreements may be held for a person.",
            "1:Taswiya, Spark or the machine under them failed; run the same command again.",
            "2:Wrong usage, or the folder holds another run.",
            "3:Some agreements failed; each is in OUTPUT/withheld with its reason, and all others were billed."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya spark --local --to 2020-07-01 --output /tmp/bills",
            "  ./taswiya spark --local --cycle monthly --on 2020-07-02 --output /tmp/bills",
            "  ./taswiya spark export --local --to 2020-07-01 --output /tmp/accounts",
            "  ./taswiya spark --local --input /tmp/accounts --output /tmp/bills --threads 2 --json | jq .bills",
            "  ./taswiya spark load --local --input /tmp/bills --database postgresql://USER@HOST/NAME",
            "  ./taswiya spark measure --input /tmp/accounts",
            "On a cluster, through spark-submit: docs/spark.md."
        })
public final class TaswiyaSpark implements Callable<Integer> {
    static final int GOOD = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int SOME_FAILED = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOption session;

    @Mixin
    private BooksOption books;

    @Mixin
    private TermsOption terms;

    @Option(
            names = "--input",
            paramLabel = "FOLDER",
            description = "Exported accounts, instead of a database. Any folder or URL that Spark can read.")
    private @Nullable String input;

    @SuppressWarnings("UnusedVariable") // picocli's, which shows the help
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help message and exit.")
    private boolean isHelp;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Takes the bills: a new folder, or that of the same run.")
    private String output = "";

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description = "Last bill number before the run, without its letters. Default: what the database or the"
                    + " exported accounts say.")
    private @Nullable Long after;

    @Option(
            names = "--digest",
            description =
                    "Also one number over all bills, to compare with another run; slower. A run goes on, and is given"
                            + " again, with it or without it as it was begun.")
    private boolean withDigests;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    /// Runs one command and leaves with its exit code.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TaswiyaSpark())
                .registerConverter(LocalDate.class, TaswiyaSpark::day)
                .setParameterExceptionHandler(TaswiyaSpark::wrongUsage)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("taswiya: " + words(failure));
                    return failure instanceof RunRefused ? WRONG_USAGE : FAILED;
                });
    }

    @Override
    public Integer call() throws Exception {
        if (output.isEmpty()) { // not marked as required, because then the other commands would need it too
            throw new ParameterException(spec.commandLine(), "where to? Name a folder with --output FOLDER");
        }
        try (SparkSession spark = session.open()) {
            RunProgress progress = new RunProgress(spec.commandLine().getErr());
            return say(input == null ? billBooks(spark, progress) : billFiles(spark, input, progress));
        }
    }

    private RunReport billBooks(SparkSession spark, RunProgress progress) throws Exception {
        Cycle cycle = terms.cycle();
        return books.use((cuts, last, published) -> SparkRun.execute(
                spark,
                cuts,
                terms.terms(cycle, withDigests).with(published),
                after == null ? last : after,
                output,
                progress));
    }

    private RunReport billFiles(SparkSession spark, String folder, RunProgress progress) throws Exception {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        FromFiles files = FromFiles.in(configuration, folder);
        Optional<CycleFile> exported = CycleFile.read(configuration, folder);
        if (exported.isEmpty() && after == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " does not say the last bill number before the run; name it with --after NUMBER");
        }
        Cycle cycle = exported.isPresent() ? terms.cycleOf(folder, exported.get()) : terms.cycle();
        long last = after == null ? exported.orElseThrow().lastNumber() : after;
        Terms inForce = terms.terms(cycle, withDigests).with(BooksFile.read(configuration, folder));
        return SparkRun.execute(spark, files, inForce, last, output, progress);
    }

    private int say(RunReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? report.json() : text(report));
        out.flush();
        return report.tally().failed() == 0 ? GOOD : SOME_FAILED;
    }

    private String text(RunReport report) {
        RangeTally tally = report.tally();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d accounts, %,d bills (%,d on estimates), %s in all; ranges: %,d, billed now: %,d%n",
                tally.accounts(),
                tally.bills(),
                tally.estimated(),
                Money.ofMinor(tally.total()),
                report.ranges(),
                report.rangesHere()));
        text.append(String.format(Locale.ROOT, "%,d agreements held, %,d failed%n", tally.held(), tally.failed()));
        tally.reasons()
                .forEach((reason, count) -> text.append(String.format(Locale.ROOT, "%12d  %s%n", count, reason)));
        if (report.digest() != null) {
            text.append("digest ").append(report.digest()).append('\n');
        }
        return text.append("in ").append(output).toString();
    }

    /// What is wrong and where to read on; the whole help would push it off the screen.
    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("taswiya: " + wrong.getMessage());
        line.getErr().println("Try './" + line.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG_USAGE;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'" + text + "' is no day; expected one of the calendar as 2020-06-01");
        }
    }

    /// What failed first, deep in a task; Spark wraps it in its own words.
    static String words(Throwable failure) {
        Optional<UnreadableFile> unreadable = UnreadableFile.in(failure);
        if (unreadable.isPresent()) {
            return String.valueOf(unreadable.get().getMessage());
        }
        Throwable first = failure;
        while (first.getCause() != null && !(first instanceof DatabaseException)) {
            first = first.getCause();
        }
        String message = first.getMessage();
        return message == null ? first.toString() : message.lines().findFirst().orElse(message);
    }
}
