package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.function.ToIntFunction;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Channel;
import org.taswiya.core.quantity.Decimal;
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
    private final boolean isTrial;
    private final ToIntFunction<Told> segments;
    private boolean isOfAgency;

    /// @param segments of a text message, in a trial
    QueuedJson(PrintWriter out, long run, boolean isTrial, ToIntFunction<Told> segments) {
        this.isTrial = isTrial;
        this.segments = segments;
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
        if (isTrial && told.contact().channel() == Channel.SMS) {
            json.writeNumberProperty("segments", segments.applyAsInt(told));
        }
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

    void end(Queued queued, SegmentCost cost) {
        beginAgency();
        json.writeEndArray();
        json.writeNumberProperty("queued", queued.all());
        json.writeNumberProperty("queuedBefore", queued.before());
        json.writeNumberProperty("noChannel", queued.unreached());
        if (isTrial) {
            json.writeNumberProperty("segments", cost.all());
        }
        Decimal sum = isTrial ? cost.cost() : null;
        if (sum != null) {
            json.writeNumberProperty("cost", sum.toBigDecimal());
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.close();
    }
}
