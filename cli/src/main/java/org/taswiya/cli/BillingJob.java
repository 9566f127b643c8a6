package org.taswiya.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.BillingRun;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.TrialRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.RunReport;
import org.taswiya.store.billing.RunState;
import org.taswiya.store.billing.RunTotals;
import org.taswiya.store.billing.Withheld;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `bill` and `run resume` have in common: a run with the policies of a utility, and what is said of it.
final class BillingJob {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--batch",
            paramLabel = "ACCOUNTS",
            description = "Accounts that are committed at once by a run that begins. Default: ${DEFAULT-VALUE}.")
    private int accountsPerBatch = BillingRun.Settings.ACCOUNTS_PER_BATCH;

    @Option(
            names = "--trial",
            description = "Only try: bill everybody, store nothing, and say what the run would come to.")
    private boolean isTrial;

    @Option(
            names = "--documents",
            description = "Also write the document of each bill into the home's documents/, before its batch commits:"
                    + " made again after a kill, they are the same bytes.")
    private boolean isDocumented;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    /// When the utility reads and bills.
    BillingCalendar calendar() throws IOException {
        return utility.calendar();
    }

    /// Bills a cycle and prints what it came to.
    ///
    /// @param home whose documents folder takes the documents
    /// @return the exit code
    int bill(Database database, Home home, Cycle cycle) throws IOException {
        if (isDocumented && isTrial) {
            throw new ParameterException(spec.commandLine(), "--trial stores nothing, so there are no --documents");
        }
        if (accountsPerBatch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch is " + accountsPerBatch + "; expected 1 or more");
        }
        PolicyReading.Read policies = utility.policies();
        TariffLibrary library = utility.library();
        BillingRun.Settings settings = new BillingRun.Settings(
                cycle,
                policies.policy(),
                policies.checks(),
                library::tariff,
                _ -> Optional.empty(),
                accountsPerBatch,
                new Change(Instant.now(), System.getProperty("user.name"), reason(cycle)));
        BillingProgress progress = progress(database, home, library);
        BillingSummary summary;
        try {
            summary = isTrial ? trial(database, settings, progress) : bill(database, settings, progress);
        } catch (BillingRefused e) {
            spec.commandLine().getErr().println("taswiya: " + e.getMessage());
            return Taswiya.WRONG_USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.json() + "\n" : summary.text());
        out.flush();
        return summary.report().totals().failed() == 0 ? Taswiya.GOOD : Taswiya.SOME_REFUSED;
    }

    private BillingProgress progress(Database database, Home home, TariffLibrary library) {
        PrintWriter err = spec.commandLine().getErr();
        if (!isDocumented) {
            return new BillingProgress(err);
        }
        DocumentFolder folder = new DocumentFolder(home.documents(), library::whyPlaceholder);
        return new BillingProgress(err, accounts -> folder.write(database, accounts));
    }

    private static String reason(Cycle cycle) {
        Cycle.Plan plan = cycle.plan();
        return "bill " + cycle + (plan == null || plan.outsideWindow() == null ? "" : ": " + plan.outsideWindow());
    }

    private static BillingSummary bill(Database database, BillingRun.Settings settings, BillingProgress progress) {
        RunReport report = BillingRun.execute(database, settings, progress);
        return new BillingSummary(report, RunReport.withheld(database, report.id()), progress.billedHere());
    }

    private static BillingSummary trial(Database database, BillingRun.Settings settings, BillingProgress progress) {
        List<Withheld> withheld = new ArrayList<>();
        RunTotals totals = TrialRun.execute(database, settings, progress, withheld::add);
        withheld.sort(Comparator.comparing(Withheld::agreement));
        Change why = settings.why();
        RunReport report =
                new RunReport(0, settings.cycle(), RunState.TRIAL, why.at(), why.author(), why.reason(), totals);
        return new BillingSummary(report, withheld, totals.bills());
    }
}
