package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.Reprint;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bill reprint`: the documents of issued bills, once more.
@Command(
        name = "reprint",
        description = {
            "Writes the documents of issued bills, byte for byte as they were first written.",
            "",
            "Each bill is made again by the same engine from what was known when it was billed, whatever was read,"
                    + " corrected or cancelled since, and compared with the books: totals, periods, lines and claimed"
                    + " amounts, and the digest of its first document where one was written with its run. A bill that"
                    + " does not come out the same is named with the reason, and not written.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every bill is written.",
            "1:Taswiya or the machine under it failed; what is written is whole.",
            "2:Wrong usage, a faulty price book, or there is no such bill or run.",
            "3:Some bill could not be made again as it was; each is named, and all others are written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill reprint 0000000042BQ --to paper",
            "  ./taswiya bill reprint --run 3 --to paper",
            "  ./taswiya bill reprint --all --to paper --json | jq -r .reason"
        })
final class BillReprintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ReprintOptions options;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /// Which bills.
    static final class Which {
        @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "Numbers of bills.")
        private List<String> numbers = new ArrayList<>();

        @Option(names = "--run", paramLabel = "RUN", description = "All bills of a run, as `run list` numbers them.")
        private @Nullable Long run;

        @Option(names = "--all", description = "All bills.")
        private boolean all;
    }

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            required = true,
            description = "Where the documents are written, each in a file named after its bill.")
    private Path folder = Path.of("");

    @Option(
            names = "--json",
            description = "One JSON object a line: each bill that is not written, and at the end the sums.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ReprintTally tally;
        try (Database database = home.open()) {
            Reprint.Rules rules = options.faultlessRules(database);
            tally = new ReprintTally(
                    new DocumentFolder(folder, rules.notes()),
                    out,
                    spec.commandLine().getErr(),
                    json);
            Reprint.execute(database, rules, ranges(database), tally);
        }
        tally.end();
        return tally.isGood() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private List<BilledRange> ranges(Database database) {
        Long run = which.run;
        if (which.all) {
            return BilledRange.all(database);
        }
        if (run != null) {
            List<BilledRange> found = BilledRange.ofRun(database, run);
            if (found.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "there is no run " + run + ", or it made no bill");
            }
            return found;
        }
        List<BilledRange> ranges = new ArrayList<>();
        which.numbers.forEach(number -> ranges.addAll(options.ofBill(database, number)));
        ranges.sort(Comparator.comparingLong(BilledRange::first));
        return ranges;
    }
}
