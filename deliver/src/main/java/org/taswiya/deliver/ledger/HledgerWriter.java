package org.taswiya.deliver.ledger;

import java.io.IOException;
import java.io.Writer;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;

/// The journal format of hledger: the entry's key as its code, the customer account as a tag.
record HledgerWriter(Writer out, String currency) implements JournalWriter {
    private static final int ACCOUNT_WIDTH = 44;

    @Override
    public void begin() throws IOException {
        out.write("; Written by Taswiya. Debits are above zero, credits below.\n");
        out.write("commodity 1000.00 " + currency + "\n\n");
    }

    @Override
    public void write(JournalEntry entry) throws IOException {
        out.write(entry.bookedOn() + " (" + entry.key() + ") " + description(entry.description()));
        if (!entry.customerAccount().isEmpty()) {
            out.write("  ; account:" + entry.customerAccount());
        }
        out.write("\n");
        for (Posting posting : entry.postings()) {
            String account = posting.account().name();
            String pad = " ".repeat(Math.max(2, ACCOUNT_WIDTH - account.length()));
            out.write("    " + account + pad + posting.amount() + " " + currency + "\n");
        }
        out.write("\n");
    }

    /// A semicolon would begin a comment, a line break another entry.
    private static String description(String text) {
        return text.replace(';', ',').replaceAll("\\s+", " ");
    }
}
