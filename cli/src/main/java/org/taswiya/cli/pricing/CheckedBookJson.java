package org.taswiya.cli.pricing;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffPlaceholder;
import org.taswiya.intake.yaml.Finding;
import tools.jackson.core.JsonGenerator;

/// What a check of price books found, for programs: one JSON object a book, one a line.
final class CheckedBookJson {
    private CheckedBookJson() {}

    static void write(List<CheckedBook> books, PrintWriter out) {
        for (CheckedBook book : books) {
            String line = JsonLine.value(json -> write(book, json));
            out.print(line);
            out.print('\n');
        }
    }

    private static void write(CheckedBook checked, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("file", checked.parsed().file());
        json.writeBooleanProperty("good", checked.isGood());
        checked.book().ifPresent(book -> writeBook(book, checked.examplesPassed(), json));
        json.writeArrayPropertyStart("findings");
        checked.findings().forEach(finding -> write(finding, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeBook(TariffBook book, int examplesPassed, JsonGenerator json) {
        json.writeStringProperty("book", book.tariff().id());
        json.writeArrayPropertyStart("versions");
        for (TariffVersion version : book.tariff().versions()) {
            json.writeString(version.from().toString());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("examples");
        json.writeNumberProperty("run", book.examples().size());
        json.writeNumberProperty("met", examplesPassed);
        json.writeEndObject();
        json.writeArrayPropertyStart("placeholders");
        book.placeholders().forEach(placeholder -> write(placeholder, json));
        json.writeEndArray();
    }

    private static void write(TariffPlaceholder placeholder, JsonGenerator json) {
        json.writeStartObject();
        writePlace(placeholder.line(), placeholder.column(), json);
        json.writeStringProperty("subject", placeholder.subject());
        json.writeStringProperty("why", placeholder.why());
        json.writeStringProperty("from", placeholder.from().toString());
        LocalDate to = placeholder.to();
        if (to == null) {
            json.writeNullProperty("to");
        } else {
            json.writeStringProperty("to", to.toString());
        }
        json.writeEndObject();
    }

    private static void write(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        writePlace(finding.line(), finding.column(), json);
        json.writeStringProperty("found", finding.found());
        json.writeStringProperty("expected", finding.expected());
        json.writeEndObject();
    }

    private static void writePlace(int line, int column, JsonGenerator json) {
        json.writeNumberProperty("line", line);
        json.writeNumberProperty("column", column);
    }
}
