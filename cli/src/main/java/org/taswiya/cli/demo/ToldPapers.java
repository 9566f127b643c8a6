package org.taswiya.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.demo.ToldCustomers.Told;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;

/// The bills of the told customers on paper, in each form that customers get.
final class ToldPapers {
    private static final List<PrintForm> FORMS = List.of(PrintForm.ARABIC, PrintForm.FRENCH, PrintForm.BILINGUAL);

    private final Path folder;
    private final TariffLibrary library;
    private final UtilityProfile utility;
    private int count;

    ToldPapers(Path folder, TariffLibrary library, UtilityProfile utility) {
        this.folder = folder;
        this.library = library;
        this.utility = utility;
    }

    /// Draws their settling bills, from the books.
    void write(List<Told> told, Database database) throws IOException {
        Files.createDirectories(folder);
        Reprint.Rules rules =
                new Reprint.Rules(library::tariff, library::whyPlaceholder).withUseOf(BillToPrint.MONTHS_BEFORE);
        List<ReprintedBill> bills = new ArrayList<>();
        for (Told one : told) {
            Reprint.execute(
                    database,
                    rules,
                    BilledRange.ofBill(database, one.bill().number().serial()),
                    bills::add);
        }
        for (ReprintedBill bill : bills) {
            if (bill instanceof ReprintedBill.Same same) {
                write(same.toPrint(), same.stored().number());
            }
        }
    }

    private void write(BillToPrint bill, BillNumber number) throws IOException {
        for (PrintForm form : FORMS) {
            byte[] pdf = PrintedBill.bytes(bill, PaperOptions.terms(library, utility, form));
            Files.write(folder.resolve(number + "." + form.code() + ".pdf"), pdf);
            count++;
        }
    }

    Path folder() {
        return folder;
    }

    int count() {
        return count;
    }
}
