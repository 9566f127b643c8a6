package org.taswiya.intake.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row that makes sense by itself.
///
/// @param line of the file on which the row begins, from one
/// @param raw the bytes of the row, a character each
public record AcceptedRow(long line, SourceRow row, String raw) implements ParsedRow {

    private static final Pattern NUMBER = Pattern.compile("^found ([0-9]+)[.]([0-9]+)");

    /// Rejects the row after all, for what it names.
    public RefusedRow refused(RowReason reason, SourceField field, String found) {
        return new RefusedRow(line, reason, field.code(), asWritten(found), raw);
    }

    /// A number is told with the sign before its decimals that the row has: whoever corrects it looks for that.
    private String asWritten(String found) {
        Matcher number = NUMBER.matcher(found);
        if (!number.find() || raw.contains(number.group(1) + "." + number.group(2))) {
            return found;
        }
        String written = number.group(1) + "," + number.group(2);
        return raw.contains(written) ? "found " + written + found.substring(number.end()) : found;
    }
}
