package org.taswiya.intake.source;

/// A row as far as it can be judged alone.
public sealed interface ParsedRow permits AcceptedRow, RefusedRow {
    long line();
}
