package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.PlannedCycle;
import org.taswiya.store.Database;
import org.taswiya.store.books.ReadPoints;
import org.taswiya.store.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya calendar`: when a utility reads and bills, and how far it is.
@Command(
        name = "calendar",
        description = {
            "Shows the cycles of a utility's calendar (calendar.yaml in its folder) with their windows and what has"
                    + " become of each: not begun, running, billed, given up, or left out because its window is over or"
                    + " a later one was billed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All good.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or the calendar has a fault; it is named with its place."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya calendar",
            "  ./taswiya calendar --year 2020 --read",
            "  ./taswiya calendar --year 2020 --json | jq 'select(.state == \"left out\").to'"
        })
public final class CalendarCommand implements Callable<Integer> {
    /// How much is shown where no year is named.
    private static final int MONTHS_BACK = 3;

    private static final int MONTHS_AHEAD = 9;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "Cycles that end in this year. Default: from three months ago to nine months ahead.")
    private @Nullable Integer year;

    @Option(names = "--on", paramLabel = "DAY", description = "The day that counts as today. Default: today.")
    private @Nullable LocalDate on;

    @Option(names = "--read", description = "Also count the meters read in each window; it looks through all readings.")
    private boolean isReadCounted;

    @Option(names = "--json", description = "One JSON object a line for each cycle.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        BillingCalendar calendar = utility.calendar();
        LocalDate today = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.print(CalendarRow.head(isReadCounted));
        }
        try (Database database = home.open()) {
            List<RunReport> runs = RunReport.all(database);
            for (PlannedCycle turn : turns(calendar, days(today))) {
                CalendarRow row = row(database, turn, runs, today);
                out.print(json ? row.json() + "\n" : row.text());
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private CalendarRow row(Database database, PlannedCycle turn, List<RunReport> runs, LocalDate today) {
        return new CalendarRow(
                turn,
                CycleState.of(turn, runs, today),
                CycleState.run(turn, runs).orElse(null),
                isReadCounted
                        ? ReadPoints.count(database, turn.reading(), turn.rule().area())
                        : null);
    }

    private DateRange days(LocalDate today) {
        return year == null
                ? DateRange.of(today.minusMonths(MONTHS_BACK), today.plusMonths(MONTHS_AHEAD))
                : DateRange.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static List<PlannedCycle> turns(BillingCalendar calendar, DateRange days) {
        List<PlannedCycle> turns = new ArrayList<>();
        calendar.cycles().forEach(rule -> turns.addAll(rule.ending(days)));
        turns.sort(Comparator.comparing(PlannedCycle::end)
                .thenComparing(turn -> turn.rule().name()));
        return turns;
    }
}
