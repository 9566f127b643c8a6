package org.taswiya.core.bank;

import java.util.List;

/// What a bank says of one order that it was sent.
///
/// @param id what the bank calls the report
/// @param order what we have called the message
/// @param lines in the order of the file
public record StatusReport(String id, String order, List<Line> lines) {
    public StatusReport {
        lines = List.copyOf(lines);
    }

    /// @param endToEnd what we have called the transfer or the debit; empty where it is said of the whole order
    /// @param reason the bank's code, such as `AC04`; empty where it has given none
    /// @param said for a person to read
    /// @param line of the file, from one on
    public record Line(String endToEnd, Status status, String reason, String said, long line) {}

    /// What is said.
    public enum Status {
        /// It will be, or has been, done; a statement will show it.
        ACCEPTED,
        /// Nothing is decided.
        PENDING,
        /// It will never be done.
        REJECTED
    }

    /// Whether all of the order is rejected.
    public boolean isRejectedWhole() {
        return lines.stream().anyMatch(line -> line.endToEnd().isEmpty() && line.status() == Status.REJECTED);
    }
}
