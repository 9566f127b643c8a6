package org.taswiya.intake.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files and mappings of tests.
final class Sources {
    static final String READINGS = """
            brings: reading
            columns: { usagePoint: point, at: day, value: index }
            """;

    private Sources() {}

    static SourceMapping mapping(String yaml) {
        return switch (MappingParser.parse("test.yaml", "test", yaml)) {
            case MappingReading.Read(var mapping) -> mapping;
            case MappingReading.Faulty(var findings) -> throw new IllegalArgumentException(findings.toString());
        };
    }

    static List<ParsedRow> rows(String yaml, byte[] bytes) {
        SourceMapping mapping = mapping(yaml);
        try {
            Path file = Files.createTempFile("rows", ".csv");
            try {
                Files.write(file, bytes);
                return rows(file, mapping);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ParsedRow> rows(Path file, SourceMapping mapping) throws IOException {
        List<ParsedRow> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, mapping.form())) {
            RowParser parser = RowParser.of(file, reader, mapping);
            while (reader.next()) {
                rows.add(parser.row());
            }
        }
        return rows;
    }

    /// Each row in few words: what it says, or why it is refused.
    static List<String> told(List<ParsedRow> rows) {
        return rows.stream().map(Sources::told).toList();
    }

    private static String told(ParsedRow row) {
        return switch (row) {
            case AcceptedRow(long line, SourceRow.ReadingRow reading, String _) ->
                line + " " + reading.usagePoint() + " " + reading.reading().at() + " "
                        + reading.reading().value();
            case AcceptedRow accepted -> accepted.line() + " " + accepted.row();
            case RefusedRow refused -> refused.line() + " " + refused.reason().code() + " " + refused.column();
        };
    }
}
