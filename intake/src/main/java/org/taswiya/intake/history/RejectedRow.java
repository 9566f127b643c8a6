package org.taswiya.intake.history;

/// A row that is not accepted.
///
/// @param line of the file, the header being line 1
/// @param found what was found and what was expected, as a sentence without its end
public record RejectedRow(long line, RowFault fault, String found) {
    @Override
    public String toString() {
        return "line " + line + ": " + fault.code() + ": " + found;
    }
}
