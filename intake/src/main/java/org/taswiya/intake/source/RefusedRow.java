package org.taswiya.intake.source;

/// A row that is not accepted.
///
/// @param line of the file on which the row begins, from one
/// @param column the field or the column, as people can find it; empty when it is the whole row
/// @param found what was found and what was expected, without line breaks
/// @param raw the bytes of the row, a character each
public record RefusedRow(long line, RowReason reason, String column, String found, String raw) implements ParsedRow {

    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason.code() + ": " + found;
    }
}
