package org.taswiya.intake.source;

/// A row that makes sense by itself.
///
/// @param line of the file on which the row begins, from one
/// @param raw the bytes of the row, a character each
public record AcceptedRow(long line, SourceRow row, String raw) implements ParsedRow {

    /// Rejects the row after all, for what it names.
    public RefusedRow refused(RowReason reason, SourceField field, String found) {
        return new RefusedRow(line, reason, field.code(), found, raw);
    }
}
