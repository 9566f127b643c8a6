package org.taswiya.run.receiving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.taswiya.core.metering.Supersession;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RefusedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.RejectedRows.Rejected;

/// Counts what the rows of a batch come to, and keeps those that are rejected.
final class BatchTally {
    private final List<RefusedRow> refused;
    private long added;
    private long unchanged;
    private long superseding;
    private long outranked;
    private long doubtful;

    BatchTally(List<RefusedRow> refused) {
        this.refused = new ArrayList<>(refused);
    }

    void reject(AcceptedRow row, RowReason reason, SourceField field, String found) {
        refused.add(row.refused(reason, field, found));
    }

    void added() {
        added++;
    }

    void unchanged() {
        unchanged++;
    }

    void superseding() {
        superseding++;
    }

    void doubtful() {
        doubtful++;
    }

    /// Counts what became of a reading; one that has to be rejected is not counted here.
    void count(Supersession became) {
        switch (became) {
            case FIRST -> added++;
            case SAME -> unchanged++;
            case SUPERSEDES -> superseding++;
            case OUTRANKED -> outranked++;
            case OTHER_VALUE -> throw new IllegalArgumentException("a rejected row is not counted but named");
        }
    }

    ImportTotals totals() {
        long all = added + unchanged + superseding + outranked + doubtful + refused.size();
        return new ImportTotals(all, added, unchanged, superseding, outranked, doubtful, refused.size());
    }

    /// In the order of the file.
    List<Rejected> rejected(long of) {
        return refused.stream()
                .sorted(Comparator.comparingLong(RefusedRow::line))
                .map(row -> new Rejected(of, row.line(), row.reason().code(), row.column(), row.found(), row.raw()))
                .toList();
    }
}
