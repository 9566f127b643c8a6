package org.taswiya.cli.interval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.run.receiving.FeedPoints;
import org.taswiya.run.receiving.IntervalLoad;
import org.taswiya.run.receiving.IntervalOrder;
import org.taswiya.run.receiving.IntervalReport;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya intervals load`: a feed in, interval by interval.
@Command(
        name = "load",
        description = {
            "Takes the intervals of a feed (Green Button or NEM12) into the books. What is there already is not written"
                    + " again, so a load that was cut off is simply begun anew.",
            "",
            "Of two values of one interval the better known counts, then the lower one, whichever came first; with"
                    + " --correct what this file says counts. Nothing is edited: what was there before stays,"
                    + " superseded.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything that is in the feed stands now.",
            "1:A part of it is refused, or the books have other values; or Taswiya failed.",
            "2:Wrong usage: no such file, or no such format."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya intervals load meters.csv --zone +10:00",
            "  ./taswiya intervals load usage.xml --zone America/New_York --by serial",
            "  ./taswiya intervals load home.xml --zone America/New_York \\",
            "      --point RetailCustomer/9b6c7063/UsagePoint/01=E12",
            "  ./taswiya intervals load again.csv --zone +10:00 --correct \\",
            "      --why \"the meter's clock was wrong\" --json"
        })
final class IntervalsLoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "FILE", description = "The feed.")
    private Path file = Path.of("");

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            required = true,
            description = "In whose days intervals are kept. A Green Button feed without local time is of it, too.")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "green-button or nem12. Default: what the file begins with tells.")
    private @Nullable String format;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "usage-point",
            description = "Whether the feed's points are a usage-point or the serial of a meter."
                    + " Default: ${DEFAULT-VALUE}.")
    private String by = "";

    @Option(
            names = "--point",
            paramLabel = "THEIRS=OURS",
            description = "What a point of the feed is here, where it is called otherwise; one register of it as"
                    + " \"POINT REGISTER=OURS\". As often as there are such points.")
    private Map<String, String> points = new LinkedHashMap<>();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "Which of the feed's registers is taken. Default: of each point the first that counts all"
                    + " that is delivered.")
    private @Nullable String register;

    @Option(names = "--correct", description = "What this file says counts, whatever the books have; needs --why.")
    private boolean isCorrecting;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            description = "The reason; kept with what it brings. Default: that the file was loaded.")
    private @Nullable String why;

    @Option(names = "--author", paramLabel = "NAME", description = "Who loads it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Today: nothing in the file can have happened later. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        GivenFile.require(spec, file, "the feed to load");
        if (!by.equals("usage-point") && !by.equals("serial")) {
            throw wrong("--by " + by + ": expected usage-point or serial");
        }
        if (isCorrecting && why == null) {
            throw wrong("--correct needs --why TEXT");
        }
        String reason = why == null ? "intervals of " + file.getFileName() : why;
        if (author.isBlank() || reason.isBlank()) {
            throw wrong("--author and --why need some text");
        }
        IntervalOrder order = new IntervalOrder(
                file,
                format(),
                zone,
                new FeedPoints(by.equals("serial"), points),
                register,
                isCorrecting,
                utility.alarmLimits(),
                on == null ? LocalDate.now(zone) : on,
                new Change(Instant.now(), author, reason));
        IntervalReport report;
        try (Database database = home.open()) {
            report = IntervalLoad.execute(database, order, utility.library(database)::tariff);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(IntervalsJson.of(report));
        } else {
            IntervalsText.lines(report).forEach(out::println);
        }
        out.flush();
        return report.isAllTaken() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private FeedFormat format() throws IOException {
        Optional<FeedFormat> found = format == null ? FeedFormat.of(file) : FeedFormat.ofCode(format);
        return found.orElseThrow(() -> wrong(
                format == null
                        ? file + " begins neither with XML nor with a record 100; expected Green Button or NEM12"
                        : "there is no format '" + format + "'; expected green-button or nem12"));
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
