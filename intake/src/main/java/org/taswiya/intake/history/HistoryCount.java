package org.taswiya.intake.history;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What reading a file came to.
///
/// @param rows accepted and refused
/// @param refused how often each fault was met; without those never met
/// @param examples the first refused rows, a few of each fault
/// @param overlapping how many accepted rows begin before another one of their meter ends, as of what was billed they
///     may
/// @param overlaps the first of them
public record HistoryCount(
        long rows,
        long meters,
        SortedMap<RowFault, Long> refused,
        List<RejectedRow> examples,
        long overlapping,
        List<RejectedRow> overlaps) {

    public HistoryCount {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        examples = List.copyOf(examples);
        overlaps = List.copyOf(overlaps);
    }

    public long refusedRows() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
