package org.taswiya.intake.history;

import java.util.ArrayList;
import java.util.List;

/// One line of comma-separated values (RFC 4180, without line breaks inside quotes).
final class CsvLine {

    private CsvLine() {}

    /// The fields, without the spaces and quotes around them; a doubled quote inside quotes is a quote.
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
