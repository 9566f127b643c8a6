package org.taswiya.cli.document;

import java.io.StringWriter;
import java.util.List;
import org.taswiya.cli.document.CheckedDocument.Difference;
import org.taswiya.cli.document.CheckedDocument.Fault;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.document.CheckedDocument.Unreadable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What checking a document came to, for programs: one JSON object on a line.
final class CheckedDocumentJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private CheckedDocumentJson() {}

    static String of(CheckedDocument checked) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("file", checked.file());
            json.writeStringProperty("result", CheckedDocumentText.verdict(checked));
            switch (checked) {
                case Unreadable unreadable -> write(unreadable.faults(), List.of(), json);
                case Recomputed recomputed -> write(recomputed.faults(), recomputed.differences(), json);
            }
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    private static void write(List<Fault> faults, List<Difference> differences, JsonGenerator json) {
        json.writeArrayPropertyStart("faults");
        for (Fault fault : faults) {
            json.writeStartObject();
            json.writeStringProperty("reason", fault.reason());
            json.writeStringProperty("message", fault.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("differences");
        for (Difference difference : differences) {
            json.writeStartObject();
            json.writeStringProperty("path", difference.path());
            json.writeStringProperty("stated", difference.stated());
            json.writeStringProperty("recomputed", difference.recomputed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
