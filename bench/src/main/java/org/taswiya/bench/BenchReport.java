package org.taswiya.bench;

import java.util.List;

/// What was measured.
///
/// @param shape the sum that the run was designed from, beside what the books show
public record BenchReport(String machine, int accounts, List<BenchRow> rows, Shape shape) {

    public BenchReport {
        rows = List.copyOf(rows);
    }
}
