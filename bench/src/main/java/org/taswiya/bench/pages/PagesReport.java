package org.taswiya.bench.pages;

import java.util.List;
import org.taswiya.bench.pages.ServedPages.Processor;

/// What it came to.
///
/// @param machine in words
/// @param accounts of the town
/// @param startSeconds until the pages were served
/// @param rows in the order in which they were measured
/// @param accepted own readings that somebody was told were taken
/// @param kept of them in the books after the pages were stopped
public record PagesReport(
        String machine, long accounts, double startSeconds, List<Row> rows, long accepted, long kept) {
    public PagesReport {
        rows = List.copyOf(rows);
    }

    /// Whether somebody was told that a reading was taken which is not there. There may be more than that: a reading is
    /// in the books before its answer is on the way.
    public boolean isLost() {
        return kept < accepted;
    }

    /// @param failed requests not answered as they had to be
    /// @param done what was asked for and came, such as pages; readings where a request brings many
    /// @param median, ninetyNine, longest waits in milliseconds
    /// @param pagesMillis processor time of the pages for each thing done, in milliseconds; 0 where something else was
    ///     measured beside
    /// @param databaseMillis the same of their database
    public record Row(
            String name,
            long failed,
            long done,
            double seconds,
            double median,
            double ninetyNine,
            double longest,
            double pagesMillis,
            double databaseMillis) {
        static Row of(String name, Waits waits) {
            return of(name, waits, Processor.NONE);
        }

        static Row of(String name, Waits waits, Processor used) {
            double each = Math.max(1, waits.done());
            return new Row(
                    name,
                    waits.failed(),
                    waits.done(),
                    waits.seconds(),
                    waits.millis(500),
                    waits.millis(990),
                    waits.millis(1_000),
                    used.pages().toNanos() / 1e6 / each,
                    used.database().toNanos() / 1e6 / each);
        }

        public double perSecond() {
            return done / seconds;
        }
    }
}
