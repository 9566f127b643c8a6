package org.taswiya.deliver.ledger;

import java.io.IOException;
import java.io.Writer;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;

/// One line for each posting, in RFC 4180's form but with plain line feeds.
record CsvJournalWriter(Writer out, String currency) implements JournalWriter {

    @Override
    public void begin() throws IOException {
        out.write("key,date,customer_account,description,account,amount,currency\n");
    }

    @Override
    public void write(JournalEntry entry) throws IOException {
        String head = field(entry.key()) + "," + entry.bookedOn() + "," + field(entry.customerAccount()) + ","
                + field(entry.description()) + ",";
        for (Posting posting : entry.postings()) {
            out.write(head + field(posting.account().name()) + "," + posting.amount() + "," + currency + "\n");
        }
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
