package org.taswiya.cli.print;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import org.taswiya.store.print.PrintBatches.Remake;
import org.taswiya.store.print.ReturnedMail;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Batches for a program.
final class PrintJson {
    private PrintJson() {}

    /// @param leftOut because mail came back
    static String of(
            long batch, long run, String form, PrinterFile.Made made, long notPrinted, List<BillNumber> leftOut) {
        return object(json -> {
            json.writeNumberProperty("batch", batch);
            json.writeNumberProperty("run", run);
            json.writeStringProperty("form", form);
            json.writeNumberProperty("bills", made.bills());
            json.writeNumberProperty("pages", made.pages());
            json.writeNumberProperty("notPrinted", notPrinted);
            json.writeNumberProperty("leftOut", leftOut.size());
            json.writeArrayPropertyStart("mailCameBack");
            leftOut.forEach(bill -> json.writeString(bill.toString()));
            json.writeEndArray();
            json.writeStringProperty("index", made.index().toString());
        });
    }

    static String of(PrintBatch batch) {
        return object(json -> {
            json.writeNumberProperty("batch", batch.id());
            json.writeNumberProperty("run", batch.run());
            json.writeStringProperty("form", batch.form());
            json.writeNumberProperty("bills", batch.bills());
            json.writeNumberProperty("pages", batch.sheets());
            json.writeStringProperty("digest", batch.digest());
            json.writeStringProperty("at", batch.at().toString());
            json.writeStringProperty("author", batch.author());
            json.writeStringProperty("why", batch.why());
        });
    }

    static String of(Remake remake) {
        return object(json -> {
            json.writeNumberProperty("batch", remake.batch());
            json.writeStringProperty("bill", remake.bill().toString());
            json.writeStringProperty("digest", remake.digest());
            json.writeStringProperty("at", remake.at().toString());
            json.writeStringProperty("author", remake.author());
            json.writeStringProperty("why", remake.why());
        });
    }

    static String of(ReturnedMail.Stored stored) {
        return object(json -> {
            json.writeStringProperty("bill", stored.bill().toString());
            json.writeStringProperty("account", stored.account());
            json.writeStringProperty("on", stored.on().toString());
            json.writeStringProperty("reason", stored.reason().code());
            json.writeStringProperty("address", stored.address());
            json.writeStringProperty(
                    "next", stored.next() == null ? null : stored.next().code());
            json.writeBooleanProperty("isOpen", stored.isOpen());
            json.writeStringProperty("author", stored.author());
            json.writeStringProperty("why", stored.why());
        });
    }

    private static String object(Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
