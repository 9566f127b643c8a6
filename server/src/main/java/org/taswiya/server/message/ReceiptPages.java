package org.taswiya.server.message;

import java.util.Optional;
import org.taswiya.run.sms.HttpReceipts;
import org.taswiya.run.sms.ReceiptUse;
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;
import org.taswiya.server.page.Pages;
import org.taswiya.store.message.Receipt;

/// Takes what a gateway reports by HTTP, as Kannel calls a `dlr-url`.
///
/// @param password that we share with the gateway
/// @param books where reports go
public record ReceiptPages(String password, ReceiptUse books) implements Pages {
    /// The only one that is served.
    public static final String PATH = "/receipts";

    /// Where the books cannot take it there is no answer, and the gateway comes again.
    @Override
    public PageTold answer(PageAsked asked) {
        if (!asked.path().equals(PATH)) {
            return PageTold.unknown();
        }
        Optional<Receipt> receipt = HttpReceipts.receipt(asked.query(), password);
        if (receipt.isEmpty()) {
            return PageTold.text(403, "no report of a message of ours\n");
        }
        books.take(receipt.get());
        return PageTold.text(200, "taken\n");
    }

    @Override
    public String toString() {
        return PATH; // never the password
    }
}
