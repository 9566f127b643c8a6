package org.taswiya.cli.print;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.taswiya.cli.billing.ReprintOptions;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.run.Reprint;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.print.PrintBatches;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import org.taswiya.store.print.PrintOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `taswiya print bills`: one file for the printer.
@Command(
        name = "bills",
        description = {
            "Makes one PDF file of the bills of a run for a printer, and beside it an index as CSV: which pages are"
                    + " whose. Bills stand in the order in which they are carried out: by reading route and stop, then"
                    + " by area, then by number; or with --order post-code in that of the post. Cancelled bills are"
                    + " left out, and those of accounts whose mail came back (post list), which are named, unless"
                    + " --also-returned says otherwise.",
            "",
            "Where an order stops delivery (suspension), bills wait: they are named, and printed with --waited when it"
                    + " has ended.",
            "",
            "Messages that are queued by post for these bills are sent with it.",
            "",
            "A run is printed once. To print it again, say --again; the file and who asked for it are kept.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All bills are in the file.",
            "1:Taswiya or the machine under it failed; there is no file, and nothing is kept. One that is killed may"
                    + " leave FILE.part, which is no whole file and which the next that writes FILE replaces.",
            "2:Wrong usage, no such run, or it was printed before.",
            "3:Some bill could not be made again as it was; each is named, and all others are in the file."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya print bills --run 3 --out march.pdf --why \"bills of March\"",
            "  ./taswiya print bills --run 3 --out m.pdf --order post-code --why \"March\"",
            "  ./taswiya print bills --run 3 --out rest.pdf --waited --why \"carried again\"",
            "  ./taswiya print bills --run 3 --out march.pdf --again --why \"paper jam\""
        })
final class PrintBillsCommand implements Callable<Integer> {
    /// How many bills that are left out are named; `--json` names all.
    private static final int NAMED = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ReprintOptions options;

    @Option(names = "--run", paramLabel = "RUN", required = true, description = "As `run list` numbers it.")
    private long run;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file for the printer.")
    private Path out = Path.of("");

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = PaperOptions.OfCode.class,
            completionCandidates = PaperOptions.Codes.class,
            defaultValue = "fr-ar",
            description = "In which languages: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PrintForm form = PrintForm.BILINGUAL;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = OfOrder.class,
            defaultValue = "route",
            description = "route, or post-code. Default: ${DEFAULT-VALUE}.")
    private PrinterFile.Order order = PrinterFile.Order.ROUTE;

    @Option(names = "--also-returned", description = "Also the bills of accounts whose mail came back.")
    private boolean isAlsoReturned;

    @Option(
            names = "--waited",
            description = "Of a run that was printed before, the bills alone that waited then, by an order that stopped"
                    + " delivery.")
    private boolean isOnlyWaited;

    @Option(names = "--again", description = "Print a run that was printed before.")
    private boolean isAgain;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        var change = why.now();
        PrintOut.check(spec, out, isAgain);
        try (Database database = home.open()) {
            List<BilledRange> ranges = BilledRange.ofRun(database, run);
            if (ranges.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "there is no run " + run + ", or it made no bill");
            }
            checkFirst(PrintBatches.ofRun(database, run));
            PrintOrder.Carried carried = PrintOrder.of(
                    database, run, new PrintOrder.Wanted(isAlsoReturned, PrintOrder.day(change.at()), isOnlyWaited));
            if (carried.places().isEmpty()
                    && (isOnlyWaited || !carried.waiting().isEmpty())) {
                tellNone(carried);
                return ExitCode.GOOD;
            }
            PrintTally tally;
            PrinterFile.Made made;
            PrintTerms terms = PaperOptions.terms(options.library(database), options.profile(), form);
            try (PrinterFile file = new PrinterFile(out, terms, order)) {
                tally = new PrintTally(
                        file,
                        carried.places(),
                        carried.places().size(),
                        spec.commandLine().getErr());
                Reprint.execute(database, options.rules(database).withUseOf(BillToPrint.MONTHS_BEFORE), ranges, tally);
                made = file.finish();
            } catch (IOException | UncheckedIOException e) {
                throw PrintOut.failed(out, e);
            }
            long batch =
                    PrintBatches.record(database, run, form.code(), tally.drawn(), made.pages(), made.digest(), change);
            tell(batch, made, tally, carried);
            return tally.isGood() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
        }
    }

    private void checkFirst(List<PrintBatch> before) {
        if (!before.isEmpty() && !isAgain && !isOnlyWaited) {
            PrintBatch last = before.getFirst();
            throw new ParameterException(
                    spec.commandLine(),
                    "run " + run + " was printed before: batch " + last.id() + " by " + last.author() + ", "
                            + Grouped.of(last.bills()) + " bills, " + last.why()
                            + ". Say --again to print it once more");
        }
    }

    private void tell(long batch, PrinterFile.Made made, PrintTally tally, PrintOrder.Carried carried) {
        PrintWriter words = spec.commandLine().getOut();
        if (json) {
            words.println(PrintJson.of(batch, run, form.code(), made, tally.different(), carried));
        } else {
            words.println("batch " + batch + ": " + Grouped.of(made.bills()) + " bills on "
                    + Grouped.of(made.pages()) + " pages in " + out + ", index in "
                    + out.resolveSibling(String.valueOf(made.index().getFileName())));
            if (!carried.leftOut().isEmpty()) {
                words.println(leftOut(carried.leftOut()));
            }
            if (!carried.waiting().isEmpty()) {
                words.println(waiting(carried.waiting()));
            }
        }
        words.flush();
    }

    /// There is no file of no bill.
    private void tellNone(PrintOrder.Carried carried) {
        PrintWriter words = spec.commandLine().getOut();
        if (json) {
            words.println(PrintJson.ofNone(run, carried));
        } else {
            words.println("nothing is printed of run " + run + ": "
                    + (carried.waiting().isEmpty() ? "no bill of it has waited" : waiting(carried.waiting())));
        }
        words.flush();
    }

    private static String waiting(List<PrintOrder.Waiting> waiting) {
        String orders =
                waiting.stream().map(PrintOrder.Waiting::suspension).distinct().collect(Collectors.joining(", "));
        String named = named(waiting.stream().map(PrintOrder.Waiting::bill).toList());
        return (waiting.size() == 1 ? "1 bill waits" : Grouped.of(waiting.size()) + " bills wait")
                + ", delivery is stopped by " + orders + ": " + named
                + "; print them with --waited when it has ended (./taswiya suspension list)";
    }

    private static String named(List<BillNumber> bills) {
        String named = bills.stream().limit(NAMED).map(BillNumber::toString).collect(Collectors.joining(", "));
        int more = bills.size() - NAMED;
        return named + (more > 0 ? " and " + Grouped.of(more) + " more" : "");
    }

    private static String leftOut(List<BillNumber> bills) {
        String count = bills.size() == 1 ? "1 bill is" : Grouped.of(bills.size()) + " bills are";
        return count + " left out, mail came back: " + named(bills)
                + "; see ./taswiya post list, or print them with --also-returned";
    }

    /// An order from its word.
    static final class OfOrder implements ITypeConverter<PrinterFile.Order> {
        @Override
        public PrinterFile.Order convert(String word) {
            return switch (word) {
                case "route" -> PrinterFile.Order.ROUTE;
                case "post-code" -> PrinterFile.Order.POST_CODE;
                default -> throw new TypeConversionException("expected route or post-code but was '" + word + "'");
            };
        }
    }
}
