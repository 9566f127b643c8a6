package org.taswiya.bench.pages;

import java.util.List;
import org.taswiya.bench.Machine;
import org.taswiya.bench.pages.ServedPages.Processor;

/// How soon pages came.
///
/// @param machine in words
/// @param accounts of the town
/// @param startSeconds until the pages were served
/// @param rows in the order in which they were measured
public record MeasuredPages(String machine, long accounts, double startSeconds, List<Row> rows) {
    public MeasuredPages {
        rows = List.copyOf(rows);
    }

    static MeasuredPages of(long accounts, Measurements taken) {
        return new MeasuredPages(Machine.here(), accounts, taken.pages().secondsToStart(), taken.rows());
    }

    /// Whether each request was answered as it had to be.
    public boolean isWhole() {
        return rows.stream().allMatch(row -> row.failed() == 0);
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
