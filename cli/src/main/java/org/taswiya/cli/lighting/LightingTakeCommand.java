package org.taswiya.cli.lighting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.LightingCalendars;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.StandingLamps;
import org.taswiya.store.run.BooksChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya lighting take`: the calendar by which lamps are billed.
@Command(
        name = "take",
        description = {
            "Takes a calendar of burning hours into the books: by it lamps without a meter are billed. One that comes"
                    + " later takes its place for all days; whoever was billed for days on which lamps burn otherwise"
                    + " by it is settled by the next bill.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is in the books, or was already.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or a file with faults, each named with its line; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya lighting take lighting.yaml --why \"circular 12 of 2024\"",
            "  ./taswiya lighting take lighting.yaml --why \"a look\" --dry-run"
        })
final class LightingTakeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "CALENDAR", description = "The calendar; docs/tariffs/lighting.md has an example.")
    private Path file = Path.of("");

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    /// @param isNew whether another stood, or none
    private record Taken(boolean isNew, Set<String> settled) {}

    @Override
    public Integer call() throws IOException {
        LightingCalendar calendar = LightingFiles.calendar(spec, file);
        Taken taken;
        try (Database database = home.open()) {
            taken = BooksChange.make(database, isTrial, connection -> {
                boolean stands = StandingLamps.calendar(connection, Known.ALL)
                        .filter(calendar::equals)
                        .isPresent();
                return stands
                        ? new Taken(false, Set.of())
                        : new Taken(
                                true,
                                new TreeSet<>(LightingCalendars.add(
                                        connection, Changes.record(connection, why.now()), calendar)));
            });
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                taken.isNew()
                        ? "Lamps burn by it: "
                                + String.join(", ", calendar.regimes().keySet())
                        : "Lamps burn by it already.");
        if (!taken.settled().isEmpty()) {
            out.println(
                    "Billed by another calendar, and settled by the next bill: " + String.join(", ", taken.settled()));
        }
        if (isTrial) {
            out.println("Nothing was stored.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
