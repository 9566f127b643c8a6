package org.taswiya.run.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.run.receiving.IntervalReport.Rejected;

/// Counts what becomes of intervals.
final class IntervalTally {
    private static final int EXAMPLES_OF_A_REASON = 5;

    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final List<Rejected> examples = new ArrayList<>();
    private long days;
    private long changed;
    private long outranked;
    private long differing;
    private long rows;
    private long bytes;

    void reject(long line, String reason, String found) {
        if (rejected.merge(reason, 1L, Long::sum) <= EXAMPLES_OF_A_REASON) {
            examples.add(new Rejected(line, reason, found));
        }
    }

    void day() {
        days++;
    }

    void intervals(long changedOnes, long outrankedOnes, long differingOnes) {
        changed += changedOnes;
        outranked += outrankedOnes;
        differing += differingOnes;
    }

    void written(long writtenRows, long writtenBytes) {
        rows += writtenRows;
        bytes += writtenBytes;
    }

    IntervalReport report(FeedCount feed) {
        return new IntervalReport(
                feed, days, changed, outranked, differing, rows, bytes, rejected, List.copyOf(examples));
    }
}
