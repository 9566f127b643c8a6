package org.taswiya.cli.print;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.taswiya.deliver.print.PrinterFile;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Batches for a program.
final class PrintJson {
    private PrintJson() {}

    static String of(long batch, long run, String form, PrinterFile.Made made, long notPrinted) {
        return object(json -> {
            json.writeNumberProperty("batch", batch);
            json.writeNumberProperty("run", run);
            json.writeStringProperty("form", form);
            json.writeNumberProperty("bills", made.bills());
            json.writeNumberProperty("sheets", made.sheets());
            json.writeNumberProperty("notPrinted", notPrinted);
            json.writeStringProperty("index", made.index().toString());
        });
    }

    static String of(PrintBatch batch) {
        return object(json -> {
            json.writeNumberProperty("batch", batch.id());
            json.writeNumberProperty("run", batch.run());
            json.writeStringProperty("form", batch.form());
            json.writeNumberProperty("bills", batch.bills());
            json.writeNumberProperty("sheets", batch.sheets());
            json.writeStringProperty("digest", batch.digest());
            json.writeStringProperty("at", batch.at().toString());
            json.writeStringProperty("author", batch.author());
            json.writeStringProperty("why", batch.why());
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
