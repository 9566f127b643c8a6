package org.taswiya.cli.lighting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.quantity.Fraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya lighting hours`: how long lamps burn.
@Command(
        name = "hours",
        description = {
            "Tells how many hours the lamps of each regime burn, month by month, from midnight to midnight of legal"
                    + " time.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, a file with faults, each named with its line, or days without a night."
        },
        footer = {"", "Examples:", "  ./taswiya lighting hours lighting.yaml --from 2024-01-01 --to 2025-01-01"})
final class LightingHoursCommand implements Callable<Integer> {
    private static final Fraction HOUR = Fraction.of(1, 60);
    private static final int DECIMALS = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CALENDAR", description = "The calendar; docs/tariffs/lighting.md has an example.")
    private Path file = Path.of("");

    @Mixin
    private LightingDays days;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        DateRange period = days.range(spec);
        LightingCalendar calendar = LightingFiles.calendar(spec, file);
        List<String> regimes = List.copyOf(calendar.regimes().keySet());
        LightingFiles.requireNights(spec, calendar, regimes, period);
        List<String> head = new ArrayList<>(List.of("HOURS"));
        head.addAll(regimes);
        TextTable table = new TextTable(look.look(), "", head.toArray(String[]::new));
        LocalDate from = period.from();
        while (from.isBefore(period.to())) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            DateRange month = DateRange.of(from, next.isBefore(period.to()) ? next : period.to());
            boolean isWhole = month.days() == from.lengthOfMonth();
            table.row(row(isWhole ? YearMonth.from(from).toString() : month.toString(), calendar, regimes, month));
            from = month.to();
        }
        table.row(row("in all", calendar, regimes, period));
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
        return ExitCode.GOOD;
    }

    private static String[] row(String name, LightingCalendar calendar, List<String> regimes, DateRange range) {
        List<String> row = new ArrayList<>(List.of(name));
        regimes.forEach(
                regime -> row.add(calendar.minutes(regime, range).times(HOUR).toText(DECIMALS)));
        return row.toArray(String[]::new);
    }
}
