package org.taswiya.cli.pricing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.urdb.RateFault;
import org.taswiya.intake.urdb.RateField;
import org.taswiya.intake.urdb.RefusedRate;
import org.taswiya.intake.urdb.UrdbRate;
import tools.jackson.core.JsonGenerator;

/// What an import of records found, for programs: one JSON object a record, one a line.
final class ImportedRateJson {
    private ImportedRateJson() {}

    static void write(List<ImportedRate> rates, PrintWriter out) {
        for (ImportedRate rate : rates) {
            String line = JsonLine.value(json -> write(rate, json));
            out.print(line);
            out.print('\n');
        }
    }

    private static void write(ImportedRate rate, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("file", rate.file().toString());
        json.writeStringProperty("record", rate.parsed().name());
        json.writeBooleanProperty("priced", rate.isPriced());
        switch (rate.parsed()) {
            case UrdbRate priced -> writeFields(priced, rate.book(), json);
            case RefusedRate refused -> writeFaults(refused, json);
        }
        json.writeEndObject();
    }

    private static void writeFields(UrdbRate rate, String book, JsonGenerator json) {
        json.writeStringProperty("tariff", rate.tariff().id());
        if (!book.isEmpty()) {
            json.writeStringProperty("book", book);
        }
        json.writeArrayPropertyStart("fields");
        for (RateField field : rate.fields()) {
            json.writeStartObject();
            json.writeStringProperty("field", field.name());
            json.writeStringProperty(
                    "use", field.use().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (!field.why().isEmpty()) {
                json.writeStringProperty("why", field.why());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFaults(RefusedRate rate, JsonGenerator json) {
        json.writeArrayPropertyStart("faults");
        for (RateFault fault : rate.faults()) {
            json.writeStartObject();
            json.writeStringProperty("place", fault.place());
            json.writeStringProperty("found", fault.found());
            json.writeStringProperty("expected", fault.expected());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
