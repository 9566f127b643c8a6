package org.taswiya.cli.message;

import java.io.PrintWriter;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.BillMessages.Queued;
import org.taswiya.store.message.Outbox.Told;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Queued messages of a run as one JSON object, written as they are told: messages, then whom the agency has to tell,
/// then the sums.
final class QueuedJson implements BillMessages.Listener, AutoCloseable {
    private final JsonGenerator json;
    private boolean isOfAgency;

    QueuedJson(PrintWriter out, long run, boolean isTrial) {
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeNumberProperty("run", run);
        json.writeBooleanProperty("dryRun", isTrial);
        json.writeArrayPropertyStart("messages");
    }

    @Override
    public void queued(Told told) {
        json.writeStartObject();
        json.writeStringProperty("bill", told.cause().key());
        json.writeStringProperty("account", told.account());
        MessageJson.where(json, told.contact());
        json.writeStringProperty("language", told.language().code());
        json.writeEndObject();
    }

    @Override
    public void unreached(BillNumber bill, String account) {
        beginAgency();
        json.writeStartObject();
        json.writeStringProperty("bill", bill.toString());
        json.writeStringProperty("account", account);
        json.writeEndObject();
    }

    private void beginAgency() {
        if (!isOfAgency) {
            isOfAgency = true;
            json.writeEndArray();
            json.writeArrayPropertyStart("forTheAgency");
        }
    }

    void end(Queued queued) {
        beginAgency();
        json.writeEndArray();
        json.writeNumberProperty("queued", queued.all());
        json.writeNumberProperty("queuedBefore", queued.before());
        json.writeNumberProperty("noChannel", queued.unreached());
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.close();
    }
}
