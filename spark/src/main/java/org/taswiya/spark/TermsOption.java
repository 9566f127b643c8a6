package org.taswiya.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.CycleRule;
import org.taswiya.core.calendar.PlannedCycle;
import org.taswiya.intake.policy.CalendarParser;
import org.taswiya.intake.policy.CalendarReading;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Cycle.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The cycle, the policies and the price books.
final class TermsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start."
                    + " Exported accounts say it themselves.")
    private @Nullable LocalDate to;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to.")
    private @Nullable LocalDate on;

    @Option(
            names = "--cycle",
            paramLabel = "NAME",
            description = "The turn of this cycle in whose window --on lies, as `./taswiya calendar` shows it: its end,"
                    + " its readings and when its bills are due. Its area has to be everything.")
    private @Nullable String name;

    @Option(
            names = "--utilities",
            paramLabel = "FOLDER",
            description =
                    "Folder with one folder per utility. Default: TASWIYA_UTILITIES, else the one of this project.")
    private @Nullable Path folder;

    @Option(
            names = "--utility",
            paramLabel = "NAME",
            description = "Whose policies hold: NAME/policies.yaml below the utilities. Default: casablanca.")
    private String utility = "casablanca";

    /// The cycle that the command line names.
    Cycle cycle() throws IOException {
        if (name != null) {
            return planned(name);
        }
        if (to == null) {
            throw wrong(
                    "up to which day? Name it with --to DAY, or a cycle of the calendar with --cycle NAME --on DAY");
        }
        LocalDate billedOn = on == null ? to : on;
        if (billedOn.isBefore(to)) {
            throw wrong("--on " + billedOn + " is before --to " + to
                    + "; bills are of the end of what they bill, or later");
        }
        return new Cycle(to, billedOn);
    }

    /// Only in its window: outside, a person has to say why, and only books keep that.
    private Cycle planned(String of) throws IOException {
        LocalDate billedOn = on;
        if (billedOn == null) { // not today, or the same command would be another run tomorrow
            throw wrong("--cycle " + of + " needs the date of the bills, --on DAY");
        }
        List<CycleRule> rules = calendar().cycles();
        CycleRule rule = rules.stream()
                .filter(one -> one.name().equals(of))
                .findFirst()
                .orElseThrow(() -> wrong("the calendar has no cycle " + of + "; it has "
                        + rules.stream().map(CycleRule::name).collect(Collectors.joining(", "))));
        PlannedCycle turn = rule.billedOn(billedOn)
                .filter(one -> to == null || to.equals(one.end()))
                .orElseThrow(() -> wrong(billedOn + " is in no window of the cycle " + of
                        + (to == null ? "" : " to " + to) + "; ./taswiya calendar shows them"));
        return Cycle.planned(
                turn.end(), billedOn, rule.area(), new Plan(of, turn.readTo(billedOn), turn.dueOn(billedOn), null));
    }

    private BillingCalendar calendar() throws IOException {
        return switch (CalendarParser.parse(ofUtility("calendar"))) {
            case CalendarReading.Read read -> read.calendar();
            case CalendarReading.Faulty(var findings) -> throw wrong("faulty calendar: " + findings.getFirst());
        };
    }

    /// The cycle of exported accounts, which the command line may repeat and not change.
    Cycle cycleOf(String accounts, CycleFile exported) {
        Plan plan = exported.cycle().plan();
        boolean isOther = name != null && (plan == null || !name.equals(plan.name()))
                || to != null && !to.equals(exported.cycle().billTo())
                || on != null && !on.equals(exported.cycle().billedOn());
        if (isOther) {
            throw wrong(accounts + " was exported for the " + exported.cycle() + "; export it for another cycle again");
        }
        return exported.cycle();
    }

    Terms terms(Cycle cycle, boolean withDigests) throws IOException {
        ofUtility("policies");
        return Terms.of(cycle, used(), utility, withDigests);
    }

    private Path ofUtility(String what) {
        Path file = used().resolve(utility).resolve(what + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw wrong(file + " is not there; expected the utility's " + what);
        }
        return file;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /// The launcher tells in `taswiya.root` where the project lies.
    private Path used() {
        if (folder != null) {
            return folder;
        }
        String named = System.getenv("TASWIYA_UTILITIES");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("taswiya.root", "."), "utilities")
                : Path.of(named);
    }
}
