package org.taswiya.intake.yaml;

/// One fault of a book.
///
/// @param file as the caller named it
/// @param line 1-based; 1 when the fault is the file itself
/// @param column 1-based
/// @param found what stands there
/// @param expected what should
public record Finding(String file, int line, int column, String found, String expected) {

    /// `file:line:column: found ..., expected ...`, the form that editors can jump to.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": found " + found + ", expected " + expected;
    }
}
