package org.taswiya.cli.interval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.interval.DemandWindow;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalClock;
import org.taswiya.core.interval.IntervalReason;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.intake.policy.TimeBandsParser;
import org.taswiya.intake.policy.TimeBandsReading;
import org.taswiya.run.receiving.IntervalSumRun;
import org.taswiya.run.receiving.IntervalSumRun.Asked;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya intervals sum`: what a register counted, whole and by time bands, and its highest demand.
@Command(
        name = "sum",
        description = {
            "Adds up the intervals of a usage point, or of all, over some days, whole and by time bands, and finds the"
                    + " highest demand. Exact: nothing is rounded.",
            "",
            "Gaps are filled for the sum and not in the books: up to two hours by a straight line, else by the mean of"
                    + " the three nearest like days within five weeks; never from what was estimated. The answer says"
                    + " how many intervals were, and how many are missing still.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Summed.",
            "1:There is nothing to sum, or it cannot be told as asked; or Taswiya failed.",
            "2:Wrong usage, or a file of bands that is not in order."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya intervals sum NMI0000012 --from 2026-05-01 --to 2026-06-01",
            "  ./taswiya intervals sum NMI0000012 --from 2026-05-01 --to 2026-06-01 \\",
            "      --bands bands.yaml --demand 30 --sliding --json",
            "  ./taswiya intervals sum --all --json --from 2026-05-01 --to 2026-05-02 \\",
            "      --bands bands.yaml"
        })
final class IntervalsSumCommand implements Callable<Integer> {
    private static final int DAYS_MOST = 3_700;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "POINT", description = "The usage point of the register.")
    private @Nullable String usagePoint;

    @Option(names = "--all", description = "All usage points that have intervals on these days; with --json.")
    private boolean isAll;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The day after the last.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--bands", paramLabel = "FILE", description = "The time bands; docs/intervals.md has an example.")
    private @Nullable Path bands;

    @Option(
            names = "--demand",
            paramLabel = "MINUTES",
            description = "Over how long demand is. Default: as long as an interval.")
    private int demand;

    @Option(
            names = "--sliding",
            description = "A time of demand begins with every interval. Default: one after another.")
    private boolean isSliding;

    @Option(names = "--as-they-are", description = "Fill no gaps.")
    private boolean isAsTheyAre;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Whose days are meant. Default: those in which the intervals are kept.")
    private @Nullable ZoneId zone;

    @Option(names = "--json", description = "A JSON object for each usage point, on a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireWhole();
        DateRange days = DateRange.of(from, to);
        TimeBands calendar = calendar();
        GapFilling filling = isAsTheyAre ? GapFilling.NONE : GapFilling.usual(calendar, days);
        Asked asked = new Asked(days, zone, calendar, filling, new DemandWindow(demand, isSliding));
        AtomicLong asTold = new AtomicLong();
        AtomicLong summed = new AtomicLong();
        IntervalSumRun.Use use = (point, series, sums) -> {
            asTold.incrementAndGet();
            summed.addAndGet(told(point, days, series, sums) ? 1 : 0);
        };
        try (Database database = home.open()) {
            if (usagePoint == null) {
                IntervalSumRun.all(database, asked, use);
            } else {
                IntervalSumRun.one(database, usagePoint, asked, use);
            }
        }
        spec.commandLine().getOut().flush();
        if (asTold.get() == 0) {
            String whose = usagePoint == null ? "any usage point" : usagePoint;
            refused(IntervalReason.NO_SERIES, "no intervals of " + whose + " in " + days);
        }
        return asTold.get() > 0 && summed.get() == asTold.get() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private void requireWhole() {
        if (usagePoint == null != isAll || isAll && !json) {
            throw wrong("expected POINT, or --all --json for a line of each");
        }
        if (!from.isBefore(to) || from.plusDays(DAYS_MOST).isBefore(to)) {
            throw wrong("--from " + from + " --to " + to + ": expected one day at least, ten years at most");
        }
        if (demand < 0 || demand > IntervalClock.DAY) {
            throw wrong("--demand " + demand + ": expected minutes, at most a day");
        }
    }

    /// @return whether there is a sum
    private boolean told(String point, DateRange days, @Nullable IntervalSeries series, IntervalSums sums) {
        return switch (sums) {
            case IntervalSums.Refused(IntervalReason reason, String found) -> {
                refused(reason, point + ": " + found);
                yield false;
            }
            case IntervalSums.Summed summed -> {
                IntervalSeries of = Objects.requireNonNull(series);
                ZoneId where = zone == null ? of.clock().zone() : zone;
                tell(new SummedIntervals(point, days, where, of.unit(), summed));
                yield true;
            }
        };
    }

    private void tell(SummedIntervals summed) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(IntervalsJson.of(summed));
        } else {
            IntervalsText.lines(summed).forEach(out::println);
        }
    }

    private void refused(IntervalReason reason, String found) {
        spec.commandLine().getErr().println("taswiya: " + reason.code() + ": " + found);
    }

    private @Nullable TimeBands calendar() throws IOException {
        if (bands == null) {
            return null;
        }
        GivenFile.require(spec, bands, "a file of time bands");
        return switch (TimeBandsParser.parse(bands)) {
            case TimeBandsReading.Read(TimeBands read) -> read;
            case TimeBandsReading.Faulty(var findings) ->
                throw wrong(findings.stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
