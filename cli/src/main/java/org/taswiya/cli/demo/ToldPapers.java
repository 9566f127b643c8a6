package org.taswiya.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taswiya.cli.demo.ToldCustomers.Told;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.tariff.TariffLibrary;

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

    void write(List<Told> told, SettlementDocuments documents) throws IOException {
        Files.createDirectories(folder);
        for (Told one : told) {
            BillDocument document = documents.document(one.bill(), one.settling().input(), one.subscriber());
            for (PrintForm form : FORMS) {
                byte[] pdf = PrintedBill.bytes(document, PaperOptions.terms(library, utility, form), List.of(), "");
                Files.write(folder.resolve(one.bill().number() + "." + form.code() + ".pdf"), pdf);
                count++;
            }
        }
    }

    Path folder() {
        return folder;
    }

    int count() {
        return count;
    }
}
