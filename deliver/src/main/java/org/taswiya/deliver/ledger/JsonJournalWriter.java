package org.taswiya.deliver.ledger;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object a line for each entry.
record JsonJournalWriter(Writer out, String currency) implements JournalWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void begin() {}

    @Override
    public void write(JournalEntry entry) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
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
            json.writeEndObject();
        }
        out.write(line + "\n");
    }
}
