package org.taswiya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.customer.Addressee;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.deliver.print.PrinterFile;

/// Draws bills of one month, each once, in two languages: as documents of their own, and as sheets of one file.
///
/// No two of them are alike: words that come again are remembered by the program, figures and names are not.
final class PaperTrial {
    private final List<BillToPrint> bills;
    private final PrintTerms terms;
    private final int cores;

    PaperTrial(List<BillToPrint> bills, PrintTerms terms, int cores) {
        this.bills = List.copyOf(bills);
        this.terms = terms;
        this.cores = cores;
    }

    /// The bills of some inputs, with the year before each of them, for its picture.
    static List<BillToPrint> bills(List<AccountInput> inputs, Town town) {
        SharedPrices prices = new SharedPrices();
        List<BillToPrint> bills = new ArrayList<>();
        for (AccountInput input : inputs) {
            for (var outcome : AccountBilling.bill(input, prices).agreements()) {
                if (outcome instanceof Billed(var bill)) {
                    BillNumber number = new BillNumber(bills.size() + 1L);
                    int account = Integer.parseInt(input.customerAccount()) - 1;
                    BillDocument document = BillDocument.of(
                            new IssuedBill(number, bill), input, addressee(account), _ -> Optional.empty());
                    bills.add(new BillToPrint(document, town.used(account, BillToPrint.MONTHS_BEFORE), false));
                }
            }
        }
        return bills;
    }

    private static Addressee addressee(int account) {
        return new Addressee("زبون " + account, "Client " + account, Town.address(account), "reference " + account);
    }

    /// Documents for people, one after the other on every core; the first tenth of them warms up the program.
    BenchRow documents() throws InterruptedException {
        int warming = bills.size() / 10;
        draw(bills.subList(0, warming));
        long begin = System.nanoTime();
        draw(bills.subList(warming, bills.size()));
        return BenchRow.of("paper", "bills", bills.size() - warming, (System.nanoTime() - begin) / 1e9, cores);
    }

    private void draw(List<BillToPrint> some) throws InterruptedException {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            List<BillToPrint> own = some.subList(some.size() * core / cores, some.size() * (core + 1) / cores);
            tasks.add(() -> own.stream()
                    .mapToLong(bill -> PrintedBill.bytes(bill, terms).length)
                    .sum());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            for (Future<Long> drawn : threads.invokeAll(tasks)) {
                if (drawn.resultNow() <= 0) {
                    throw new IllegalStateException("nothing was drawn");
                }
            }
        }
    }

    /// One file for a printer, which one thread writes.
    ///
    /// @param folder for the file, which is removed
    BenchRow sheets(Path folder) throws IOException {
        Path file = folder.resolve("sheets.pdf");
        long begin = System.nanoTime();
        try (PrinterFile printer = new PrinterFile(file, terms, PrinterFile.Order.ROUTE)) {
            for (BillToPrint bill : bills) {
                printer.add(bill, new PrinterFile.Carried("", 0, ""));
            }
            PrinterFile.Made made = printer.finish();
            double seconds = (System.nanoTime() - begin) / 1e9;
            Files.delete(made.index());
            Files.delete(file);
            return BenchRow.of("sheets", "pages", made.pages(), seconds, 1);
        }
    }
}
