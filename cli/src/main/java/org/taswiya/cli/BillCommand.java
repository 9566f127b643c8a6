package org.taswiya.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.BillingRefused;
import org.taswiya.run.BillingRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.RunTable;
import org.taswiya.store.billing.RunTable.RunTotals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya bill`: bills all accounts of one cycle.
@Command(
        name = "bill",
        description = {
            "Bills every account of the home for one cycle.",
            "",
            "Meters that were read since the last bill are billed and settled on the reading, the others on an estimate"
                    + " up to the day of --to. The run may be killed at any moment: the same command goes on where"
                    + " it was, and a cycle that is billed already is not billed again. Agreements that are held for"
                    + " a person or failed are named; --json names all of them.",
            "",
            "Bills go into the database and the ledger; no documents are written for them yet.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The cycle is billed; some agreements may be held for a person.",
            "1:Taswiya or the machine under it failed; run the same command again.",
            "2:Wrong usage, or another cycle has to be finished first.",
            "3:Some agreements failed; each is named with its reason, and all others were billed."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill --to 2020-06-01",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-03 --json | jq .held"
        })
final class BillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            required = true,
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to.")
    private @Nullable LocalDate on;

    @Option(
            names = "--utility",
            paramLabel = "NAME",
            description = "Whose policies hold: NAME/policies.yaml below the utilities. Default: casablanca.")
    private String utility = "casablanca";

    @Option(
            names = "--batch",
            paramLabel = "ACCOUNTS",
            description = "Accounts that are committed at once by a run that begins. Default: ${DEFAULT-VALUE}.")
    private int accountsPerBatch = BillingRun.Settings.ACCOUNTS_PER_BATCH;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (accountsPerBatch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch is " + accountsPerBatch + "; expected 1 or more");
        }
        Cycle cycle = new Cycle(to, on == null ? to : on);
        BillingRun.Settings settings = new BillingRun.Settings(
                cycle,
                utilities.policy(utility),
                utilities.library()::tariff,
                _ -> Optional.empty(),
                accountsPerBatch,
                new Change(Instant.now(), System.getProperty("user.name"), "bill " + cycle));
        BillingSummary summary;
        BillingProgress progress = new BillingProgress(spec.commandLine().getErr());
        try (Database database = home.open()) {
            RunTotals totals = BillingRun.execute(database, settings, progress);
            summary = new BillingSummary(cycle, totals, RunTable.withheld(database, cycle), progress.billedHere());
        } catch (BillingRefused e) {
            spec.commandLine().getErr().println("taswiya: " + e.getMessage());
            return Taswiya.WRONG_USAGE;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.json() + "\n" : summary.text());
        out.flush();
        return summary.totals().failed() == 0 ? Taswiya.GOOD : Taswiya.SOME_REFUSED;
    }
}
