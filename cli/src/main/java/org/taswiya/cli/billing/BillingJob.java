package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.StopNotice;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.BillingRun;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.RunSettings;
import org.taswiya.run.TrialRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `bill` and `run resume` have in common: a run with the policies of a utility, and what is said of it.
final class BillingJob {
    /// How long the disk under the metrics may take.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String TRIAL_STOPPED = "the trial was stopped; nothing was stored";
    private static final String RUN_STOPPED =
            "the run was stopped; whole batches are kept, and `./taswiya run resume` bills the rest";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--trial",
            description = "Only try: bill everybody, store nothing, and say what the run would come to.")
    private boolean isTrial;

    @Option(
            names = "--documents",
            description = "Also write the document of each bill into the home's documents/, before its batch commits:"
                    + " made again after a kill, they are the same bytes.")
    private boolean isDocumented;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Keep the metrics of the run in this file, in the text format of Prometheus: when it begins,"
                    + " after batches at most once a second, and at its end. A file that cannot be written is told and"
                    + " stops nothing.")
    private @Nullable Path metrics;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    /// When the utility reads and bills.
    BillingCalendar calendar() throws IOException {
        return utility.calendar();
    }

    /// Bills a cycle and prints what it came to.
    ///
    /// @param home whose documents folder takes the documents
    /// @param accountsPerBatch of a run that begins
    /// @return the exit code
    int bill(Database database, Home home, Cycle cycle, int accountsPerBatch) throws IOException {
        requireSense();
        PolicyReading.Read policies = utility.policies();
        TariffLibrary library = utility.faultlessLibrary();
        Change why = new Change(Instant.now(), System.getProperty("user.name"), reason(cycle));
        Set<String> held = isTrial
                ? Set.of()
                : DueBooks.publish(
                        database, library, cycle, why, spec.commandLine().getErr());
        utility.requireFaultless(library, database);
        Function<String, Optional<Tariff>> used = id -> held.contains(id) ? Optional.empty() : library.tariff(id);
        RunSettings settings =
                new RunSettings(cycle, policies.policy(), policies.checks(), used, accountsPerBatch, why);
        try (StopNotice _ = StopNotice.on(spec.commandLine().getErr(), isTrial ? TRIAL_STOPPED : RUN_STOPPED)) {
            return say(bill(database, home, settings, library));
        } catch (BillingRefused e) {
            spec.commandLine().getErr().println("taswiya: " + e.getMessage());
            return ExitCode.WRONG_USAGE;
        }
    }

    private int say(BillingSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.json() + "\n" : summary.text());
        out.flush();
        return summary.report().totals().failed() == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private void requireSense() {
        if (isTrial && (isDocumented || metrics != null)) {
            throw wrong("--trial stores nothing, so there are no --documents and no --metrics");
        }
        if (metrics != null && Files.isDirectory(metrics)) {
            throw wrong("--metrics names " + metrics + ", which is a folder; expected a file");
        }
        if (metrics != null && AnswerFile.isSomethingElse(metrics)) {
            throw wrong("--metrics names " + metrics + ", which is no ordinary file and would be replaced by one");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private BillingSummary bill(Database database, Home home, RunSettings settings, TariffLibrary library) {
        PrintWriter err = spec.commandLine().getErr();
        if (isTrial) {
            return trial(database, settings, new BillingProgress(err));
        }
        BillingProgress.DocumentWriter documents = documents(database, home, library);
        if (metrics == null) {
            return bill(database, settings, new BillingProgress(err, documents, new BillingListener() {}));
        }
        try (BillingMetrics kept = new BillingMetrics(new MetricsFile(metrics, PATIENCE, err), Clock.systemUTC())) {
            return bill(database, settings, new BillingProgress(err, documents, kept));
        }
    }

    private BillingProgress.DocumentWriter documents(Database database, Home home, TariffLibrary library) {
        if (!isDocumented) {
            return _ -> Collections.emptySortedMap();
        }
        DocumentFolder folder = new DocumentFolder(home.documents(), library::whyPlaceholder);
        return accounts -> folder.write(database, accounts);
    }

    private static String reason(Cycle cycle) {
        Cycle.Plan plan = cycle.plan();
        return "bill " + cycle + (plan == null || plan.outsideWindow() == null ? "" : ": " + plan.outsideWindow());
    }

    private static BillingSummary bill(Database database, RunSettings settings, BillingProgress progress) {
        RunReport report = BillingRun.execute(database, settings, progress);
        // Killed in between, nothing is lost: the run that is resumed, or the next one, uses what this one did not.
        CreditUses.Used used = CreditUses.use(database, settings.cycle().billedOn(), settings.why(), false);
        return new BillingSummary(report, RunReport.withheld(database, report.id()), progress.billedHere(), used);
    }

    private static BillingSummary trial(Database database, RunSettings settings, BillingProgress progress) {
        List<Withheld> withheld = new ArrayList<>();
        RunTotals totals = TrialRun.execute(database, settings, progress, withheld::add);
        withheld.sort(Comparator.comparing(Withheld::agreement));
        Change why = settings.why();
        RunReport report =
                new RunReport(0, settings.cycle(), RunState.TRIAL, why.at(), why.author(), why.reason(), totals);
        return new BillingSummary(report, withheld, totals.bills(), null);
    }
}
