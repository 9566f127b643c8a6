package org.taswiya.cli.document;

import java.util.List;
import org.taswiya.cli.document.CheckedDocument.Difference;
import org.taswiya.cli.document.CheckedDocument.Fault;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.document.CheckedDocument.Unreadable;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// What checking a document came to, for programs: one JSON object on a line.
final class CheckedDocumentJson {
    private CheckedDocumentJson() {}

    static String of(CheckedDocument checked) {
        String line = JsonLine.object(json -> {
            json.writeStringProperty("file", checked.file());
            json.writeStringProperty("result", CheckedDocumentText.verdict(checked));
            switch (checked) {
                case Unreadable unreadable -> write(unreadable.faults(), List.of(), json);
                case Recomputed recomputed -> write(recomputed.faults(), recomputed.differences(), json);
            }
        });
        return line + '\n';
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
