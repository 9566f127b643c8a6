package org.taswiya.cli.print;

import org.taswiya.deliver.json.JsonLine;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import org.taswiya.store.print.PrintBatches.Remake;
import org.taswiya.store.print.PrintOrder;
import org.taswiya.store.print.ReturnedMail;
import tools.jackson.core.JsonGenerator;

/// Batches for a program.
final class PrintJson {
    private PrintJson() {}

    /// @param carried with what is left out because mail came back, and what waits
    static String of(
            long batch, long run, String form, PrinterFile.Made made, long notPrinted, PrintOrder.Carried carried) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("batch", batch);
            json.writeNumberProperty("run", run);
            json.writeStringProperty("form", form);
            json.writeNumberProperty("bills", made.bills());
            json.writeNumberProperty("pages", made.pages());
            json.writeNumberProperty("notPrinted", notPrinted);
            write(json, carried);
            json.writeStringProperty("index", made.index().toString());
        });
    }

    static String ofNone(long run, PrintOrder.Carried carried) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("run", run);
            json.writeNumberProperty("bills", 0);
            write(json, carried);
        });
    }

    private static void write(JsonGenerator json, PrintOrder.Carried carried) {
        json.writeNumberProperty("leftOut", carried.leftOut().size());
        json.writeArrayPropertyStart("mailCameBack");
        carried.leftOut().forEach(bill -> json.writeString(bill.toString()));
        json.writeEndArray();
        json.writeArrayPropertyStart("waiting");
        for (PrintOrder.Waiting waiting : carried.waiting()) {
            json.writeStartObject();
            json.writeStringProperty("bill", waiting.bill().toString());
            json.writeStringProperty("suspension", waiting.suspension());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String of(PrintBatch batch) {
        return JsonLine.object(json -> {
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
        return JsonLine.object(json -> {
            json.writeNumberProperty("batch", remake.batch());
            json.writeStringProperty("bill", remake.bill().toString());
            json.writeStringProperty("digest", remake.digest());
            json.writeStringProperty("at", remake.at().toString());
            json.writeStringProperty("author", remake.author());
            json.writeStringProperty("why", remake.why());
        });
    }

    static String of(ReturnedMail.Stored stored) {
        return JsonLine.object(json -> {
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
}
