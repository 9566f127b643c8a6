package org.taswiya.deliver.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.einvoice.BillInvoice;
import org.taswiya.deliver.einvoice.CiiInvoice;
import org.taswiya.deliver.einvoice.EInvoiceOutcome;
import org.taswiya.deliver.pdf.Attachment;

/// The e-invoice inside a paper, as Factur-X has it.
final class InvoiceInside {
    /// As Factur-X calls the whole of the standard.
    static final String PROFILE = "EN 16931";

    private InvoiceInside() {}

    /// @return nothing where the bill can be no e-invoice
    static List<Attachment> of(BillToPrint bill, UtilityProfile utility, Language language) {
        return switch (BillInvoice.of(bill.document(), bill.preceding(), utility, language)) {
            case EInvoiceOutcome.Made(var invoice) ->
                List.of(new Attachment(
                        "factur-x.xml",
                        "text/xml",
                        "Alternative",
                        PROFILE,
                        CiiInvoice.facturX(invoice).getBytes(StandardCharsets.UTF_8)));
            case EInvoiceOutcome.Refused _ -> List.of();
        };
    }
}
