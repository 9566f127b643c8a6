package org.taswiya.cli.billing;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya bill`: bills all accounts of one cycle, or some off the cycle.
@Command(
        name = "bill",
        description = {
            "Bills every account of the home for one cycle, or some off the cycle.",
            "",
            "Meters that were read since the last bill are billed and settled on the reading, the others on an estimate"
                    + " up to the day of --to. The run may be killed at any moment: the same command goes on where"
                    + " it was, and a cycle that is billed already is not billed again. Agreements that are held for"
                    + " a person or failed are named; --json names all of them.",
            "",
            "Bills go into the database and the ledger, and with --documents each into a file that anyone can verify."
                    + " `bill reprint` writes the documents of bills that stand.",
            ""
        },
        subcommands = {BillShowCommand.class, BillReprintCommand.class, BillCancelCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The cycle is billed; some agreements may be held for a person.",
            "1:Taswiya or the machine under it failed; run the same command again.",
            "2:Wrong usage, a faulty price book, no such area, outside the window of the cycle, or another cycle has to"
                    + " be finished first.",
            "3:Some agreements failed; each is named with its reason, and all others were billed."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill --to 2020-06-01 --trial",
            "  ./taswiya bill --to 2020-06-01 --documents",
            "  ./taswiya bill --cycle monthly --on 2020-06-03",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-05 --released",
            "  ./taswiya bill --to 2020-06-15 --accounts 1204551837",
            "  ./taswiya bill --to 2020-06-01 --metrics /var/lib/metrics/taswiya.prom",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-03 --json | jq .held",
            "  ./taswiya bill show 0000000042BQ --lang en",
            "  ./taswiya bill reprint --run 3 --to paper"
        })
public final class BillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private BillingJob job;

    @Mixin
    private CycleOption cycle;

    @Option(
            names = "--batch",
            paramLabel = "ACCOUNTS",
            description = "Accounts that are committed at once. Default: ${DEFAULT-VALUE}.")
    private int accountsPerBatch = RunSettings.ACCOUNTS_PER_BATCH;

    @Override
    public Integer call() throws IOException {
        if (accountsPerBatch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch is " + accountsPerBatch + "; expected 1 or more");
        }
        try (Database database = home.open()) {
            return job.bill(database, home.home(), cycle.cycle(database, job), accountsPerBatch);
        }
    }
}
