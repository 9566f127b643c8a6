package org.taswiya.intake.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.taswiya.intake.json.Quoted;

/// Where the fields of a mapping stand in a file, and the columns that an earlier import added to it.
///
/// @param raw the header's own bytes without added columns, a character each; empty without a header
/// @param fields how many fields a row has, added ones not counted; zero when no header says so
/// @param isAnswer whether the file is one of rejected rows, with two columns more
/// @param places of fields, from zero
record SourceHeader(String raw, int fields, boolean isAnswer, Map<SourceField, Integer> places) {
    /// The columns that are added to rejected rows.
    static final String LINE = "taswiya-line";

    static final String REASON = "taswiya-reason";

    static SourceHeader read(Path path, RowReader reader, SourceMapping mapping) throws IOException {
        if (!mapping.form().hasHeader()) {
            return new SourceHeader("", 0, false, places(path, List.of(), mapping));
        }
        if (!reader.next()) {
            throw new SourceRefused(path + " is empty; expected a header");
        }
        RowReader.RowFault fault = reader.fault();
        if (fault != null) {
            throw new SourceRefused(path + ":" + reader.line() + ": found " + fault.found() + " in the header");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < reader.fields(); i++) {
            names.add(reader.text(i));
        }
        if (mapping.brings() == RecordKind.FEED && !names.contains(FeedRows.QUANTITY)) {
            throw new SourceRefused(path + " is no feed: Green Button begins with <, NEM12 with 100, and neither is"
                    + " packed; nor are these days of a feed that came back. The mapping " + mapping.name()
                    + " brings feeds alone: rows of a table need one that names their columns (docs/import.md).");
        }
        boolean isAnswer = names.size() > 2
                && names.getLast().equals(REASON)
                && names.get(names.size() - 2).equals(LINE);
        int fields = names.size() - (isAnswer ? 2 : 0);
        return new SourceHeader(reader.raw(fields), fields, isAnswer, places(path, names.subList(0, fields), mapping));
    }

    private static Map<SourceField, Integer> places(Path path, List<String> names, SourceMapping mapping)
            throws SourceRefused {
        Map<SourceField, Integer> places = new EnumMap<>(SourceField.class);
        for (Map.Entry<SourceField, SourceColumn> column : mapping.columns().entrySet()) {
            String name = column.getValue().name();
            if (name != null && isLeftOut(column.getKey(), name, names)) {
                continue;
            }
            if (name != null) {
                places.put(column.getKey(), placeOf(path, name, names, mapping));
            } else if (column.getValue().number() > 0) {
                places.put(column.getKey(), column.getValue().number() - 1);
            }
        }
        return places;
    }

    /// Rows of feeds that wait since before there was this column, or came back then, are read on.
    private static boolean isLeftOut(SourceField field, String name, List<String> names) {
        return field == SourceField.LEAST_HOUR && !names.contains(name);
    }

    private static int placeOf(Path path, String name, List<String> names, SourceMapping mapping) throws SourceRefused {
        int place = names.indexOf(name);
        if (place < 0 || place != names.lastIndexOf(name)) {
            throw new SourceRefused(path + ":1: the mapping " + mapping.name() + " needs "
                    + (place < 0 ? "a column " : "one column ") + Quoted.of(name) + ", found "
                    + Quoted.of(String.join(" ", names)));
        }
        return place;
    }

    /// How many fields of a row are its own.
    int own(RowReader row) {
        int found = row.fields();
        boolean isAnswered = fields > 0
                ? isAnswer && found == fields + 2
                : found > 2 && isAnswer(row.text(found - 2), row.text(found - 1));
        return isAnswered ? found - 2 : found;
    }

    /// Without a header the added fields are known by what they say.
    private static boolean isAnswer(String line, String reason) {
        int colon = reason.indexOf(": ");
        return line.matches("[1-9][0-9]*") && colon > 0 && RowReason.isCode(reason.substring(0, colon));
    }
}
