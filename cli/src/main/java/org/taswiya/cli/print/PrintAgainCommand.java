package org.taswiya.cli.print;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.taswiya.cli.billing.ReprintOptions;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.run.Reprint;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.print.PrintBatches;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import org.taswiya.store.print.PrintOrder;
import org.taswiya.store.print.PrintOrder.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya print again`: some bills of a batch once more.
@Command(
        name = "again",
        description = {
            "Makes a file of some bills of a batch once more, in the languages of the batch: a sheet was torn, or a"
                    + " machine stopped. Who asked for it and why is kept, bill by bill; print list shows it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are in the file.",
            "1:Taswiya or the machine under it failed; there is no file, and nothing is kept. One that is killed may"
                    + " leave FILE.part, which is no whole file and which the next that writes FILE replaces.",
            "2:Wrong usage, no such batch, or a bill that is not of it or was cancelled since.",
            "3:Some bill could not be made again as it was; each is named, and all others are in the file."
        },
        footer = {"", "Examples:", "  ./taswiya print again 1 --bill 0000000042BQ --out torn.pdf --why torn"})
final class PrintAgainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ReprintOptions options;

    @Parameters(paramLabel = "BATCH", description = "As `print list` numbers it.")
    private long batch;

    @Option(
            names = "--bill",
            paramLabel = "NUMBER",
            required = true,
            split = ",",
            description = "Which bill; several with commas between, or again.")
    private List<String> bills = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file for the printer.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        Change change = why.now();
        PrintOut.check(spec, out, false);
        try (Database database = home.open()) {
            PrintBatch printed = PrintBatches.of(database, batch)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no batch " + batch + "; ./taswiya print list shows them"));
            Map<Long, Place> places = PrintOrder.of(database, printed.run(), PrintOrder.Wanted.ALL)
                    .places();
            List<BilledRange> ranges = ranges(database, printed, places);
            PrintForm form = PrintForm.of(printed.form()).orElseThrow();
            PrintTally tally;
            PrinterFile.Made made;
            PrintTerms terms = PaperOptions.terms(options.library(database), options.profile(), form);
            try (PrinterFile file = new PrinterFile(out, terms, PrinterFile.Order.ROUTE)) {
                tally = new PrintTally(
                        file, places, ranges.size(), spec.commandLine().getErr());
                Reprint.execute(database, options.rules(database).withUseOf(BillToPrint.MONTHS_BEFORE), ranges, tally);
                made = file.finish();
            } catch (IOException | UncheckedIOException e) {
                throw PrintOut.failed(out, e);
            }
            PrintBatches.recordAgain(database, batch, tally.drawn(), made.digest(), change);
            tell(printed, made, tally);
            return tally.isGood() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
        }
    }

    private void tell(PrintBatch printed, PrinterFile.Made made, PrintTally tally) {
        PrintWriter words = spec.commandLine().getOut();
        if (json) {
            words.println(PrintJson.of(
                    batch, printed.run(), printed.form(), made, tally.different(), PrintOrder.Carried.WHOLE));
        } else {
            words.println("batch " + batch + ", once more: " + Grouped.of(made.bills())
                    + (made.bills() == 1 ? " bill on " : " bills on ") + Grouped.of(made.pages()) + " pages in " + out);
        }
        words.flush();
    }

    private List<BilledRange> ranges(Database database, PrintBatch printed, Map<Long, Place> places) {
        List<BilledRange> ranges = new ArrayList<>();
        Set<Long> asked = new HashSet<>();
        for (String number : bills) {
            BilledRange range = options.ofBill(database, number).getFirst();
            if (range.run() != printed.run()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "bill " + number + " is of run " + range.run() + ", batch " + batch + " of run "
                                + printed.run());
            }
            if (!places.containsKey(range.first())) {
                throw new ParameterException(
                        spec.commandLine(), "bill " + number + " was cancelled; it is not printed any more");
            }
            if (asked.add(range.first())) { // named twice is no wish for two
                ranges.add(range);
            }
        }
        return ranges;
    }
}
