package org.taswiya.cli.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.CycleRule;
import org.taswiya.core.calendar.PlannedCycle;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;
import org.taswiya.store.run.RunAccounts;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which bills `bill` makes: of a cycle named by its days or by the calendar, or off the cycle.
final class CycleOption {
    private static final String ACCOUNT = "[0-9]{10}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start."
                    + " Required without --cycle.")
    private @Nullable LocalDate to;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to; with --cycle,"
                    + " today.")
    private @Nullable LocalDate on;

    @Option(
            names = "--cycle",
            paramLabel = "NAME",
            description = "The turn of this cycle in whose window --on lies, as `calendar` shows it: its end, its area,"
                    + " its readings and when its bills are due.")
    private @Nullable String name;

    @Option(
            names = "--outside-window",
            description = "Date the bills of --cycle outside its window all the same; name the turn with --to, and say"
                    + " --why.")
    private boolean isOutside;

    @Option(names = "--why", paramLabel = "TEXT", description = "Why outside the window; kept with the run.")
    private @Nullable String why;

    @Option(
            names = "--released",
            description = "Off the cycle: only agreements whose bill was held and released, put right, or cancelled.")
    private boolean isReleasedOnly;

    @Option(
            names = "--accounts",
            paramLabel = "ACCOUNT|FILE",
            split = ",",
            description =
                    "Off the cycle: only these accounts, by reference or from a file with one a line; several with"
                            + " commas. The next cycle bills what is left.")
    private List<String> accounts = new ArrayList<>();

    /// @param job whose utility has the calendar
    Cycle cycle(Database database, BillingJob job) throws IOException {
        if ((name == null ? 0 : 1) + (isReleasedOnly ? 1 : 0) + (accounts.isEmpty() ? 0 : 1) > 1) {
            throw wrong("--cycle, --released and --accounts exclude each other");
        }
        if (name != null) {
            return planned(database, job.calendar(), name);
        }
        if (isOutside || why != null) {
            throw wrong("--outside-window and --why go with --cycle");
        }
        if (to == null) {
            throw wrong("Missing required option: '--to=DAY', or a cycle of the calendar with --cycle NAME");
        }
        LocalDate billedOn = on == null ? to : on;
        return accounts.isEmpty()
                ? new Cycle(to, billedOn, null, isReleasedOnly)
                : Cycle.ofAccounts(to, billedOn, named(database));
    }

    private SortedSet<String> named(Database database) throws IOException {
        SortedSet<String> named = new TreeSet<>();
        for (String account : accounts) {
            if (account.matches(ACCOUNT)) {
                named.add(account);
            } else if (Files.isRegularFile(Path.of(account))) {
                named.addAll(fromFile(Path.of(account)));
            } else {
                throw wrong("--accounts names " + account + ", which is neither ten digits nor a file");
            }
        }
        List<String> unknown = RunAccounts.unknown(database, named);
        if (!unknown.isEmpty() || named.isEmpty()) {
            throw wrong(
                    named.isEmpty()
                            ? "--accounts names no account"
                            : String.join(", ", unknown)
                                    + (unknown.size() == 1 ? " is no account" : " are no accounts"));
        }
        return named;
    }

    private List<String> fromFile(Path file) throws IOException {
        List<String> lines = GivenFile.names(spec, file, "a file with one account a line");
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).matches(ACCOUNT)) {
                throw wrong(file + " names '" + lines.get(i) + "'; expected the ten digits of an account");
            }
        }
        return lines;
    }

    private Cycle planned(Database database, BillingCalendar calendar, String of) {
        CycleRule rule = calendar.cycle(of)
                .orElseThrow(() -> wrong("the calendar has no cycle " + of + "; it has "
                        + calendar.cycles().stream().map(CycleRule::name).collect(Collectors.joining(", "))));
        LocalDate billedOn = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        PlannedCycle turn = turn(rule, billedOn);
        Optional<Cycle> begun = on == null ? begun(database, turn) : Optional.empty();
        if (begun.isPresent()) {
            return begun.get();
        }
        boolean isInside = turn.billing().contains(billedOn);
        if (!isInside && !isOutside) {
            throw wrong("the " + of + " cycle to " + turn.end() + " is billed from "
                    + turn.billing().from() + " to " + turn.billing().to().minusDays(1) + ", and " + billedOn
                    + " is outside; name a day in it with --on, or say --outside-window with --why");
        }
        if (!isInside && (why == null || why.isBlank())) {
            throw wrong("--outside-window needs the reason with --why");
        }
        return Cycle.planned(
                turn.end(),
                billedOn,
                rule.area(),
                new Plan(of, turn.readTo(billedOn), turn.dueOn(billedOn), isInside ? null : why));
    }

    /// The turn as it was begun on an earlier day, so that the same command goes on with it.
    private static Optional<Cycle> begun(Database database, PlannedCycle turn) {
        return CycleState.run(turn, RunReport.all(database))
                .filter(run -> run.state() != RunState.ABANDONED)
                .map(RunReport::cycle);
    }

    private PlannedCycle turn(CycleRule rule, LocalDate billedOn) {
        LocalDate end = to;
        if (end != null) {
            return rule.endingOn(end)
                    .orElseThrow(() -> wrong("no period of the cycle " + rule.name() + " ends on " + end));
        }
        return rule.billedOn(billedOn)
                .orElseThrow(() -> wrong(billedOn + " is in no window of the cycle " + rule.name()
                        + "; ./taswiya calendar shows them. Name a day in one with --on, or a turn with --to,"
                        + " --outside-window and --why"));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
