package org.taswiya.deliver.ledger;

import java.io.IOException;
import java.io.Writer;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.deliver.json.JsonLine;

/// One JSON object a line for each entry.
record JsonJournalWriter(Writer out, String currency) implements JournalWriter {
    @Override
    public void begin() {}

    @Override
    public void write(JournalEntry entry) throws IOException {
        String line = JsonLine.object(json -> {
            json.writeStringProperty("key", entry.key());
            json.writeStringProperty("bookedOn", entry.bookedOn().toString());
            json.writeStringProperty("account", entry.customerAccount());
            json.writeStringProperty("description", entry.description());
            json.writeStringProperty("currency", currency);
            json.writeArrayPropertyStart("postings");
            for (Posting posting : entry.postings()) {
                json.writeStartObject();
                json.writeStringProperty("account", posting.account().name());
                json.writeStringProperty("amount", posting.amount().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        out.write(line + "\n");
    }
}
