package org.taswiya.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Cycle;
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
        subcommands = {BillCancelCommand.class},
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
            "  ./taswiya bill --to 2020-06-01 --trial",
            "  ./taswiya bill --to 2020-06-01",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-05 --released",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-03 --json | jq .held"
        })
final class BillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private BillingJob job;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Bill up to this day: where no reading is there yet, usage is estimated up to its start."
                    + " Required.")
    private @Nullable LocalDate to;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Date of the bills; later readings are not looked at. Default: the day of --to.")
    private @Nullable LocalDate on;

    @Option(
            names = "--released",
            description = "Off the cycle: only agreements whose bill was held and released, put right, or cancelled.")
    private boolean isReleasedOnly;

    @Override
    public Integer call() throws IOException {
        LocalDate billTo = to;
        if (billTo == null) { // not by picocli, which would ask for it before a subcommand too
            throw new ParameterException(spec.commandLine(), "Missing required option: '--to=DAY'");
        }
        try (Database database = home.open()) {
            return job.bill(database, new Cycle(billTo, on == null ? billTo : on, null, isReleasedOnly));
        }
    }
}
