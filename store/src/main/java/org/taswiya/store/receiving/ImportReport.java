package org.taswiya.store.receiving;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import came to so far.
///
/// @param totals of its own rows
/// @param rejected how often each reason was met, by code
/// @param cured rejected rows that were accepted after all, when what they name had come
public record ImportReport(
        StoredImport begun, ImportMark mark, ImportTotals totals, SortedMap<String, Long> rejected, long cured) {
    public ImportReport {
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }

    public boolean isFinished() {
        return mark.isLast();
    }

    /// Rows that were rejected and still are.
    public long stillRejected() {
        return totals.rejected() - cured;
    }
}
