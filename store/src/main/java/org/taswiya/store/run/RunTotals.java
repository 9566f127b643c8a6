package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.store.Rows;

/// What the batches of a run came to so far.
///
/// @param total of all its bills, in minor units
/// @param reasons how many agreements each reason withheld
public record RunTotals(
        int batches,
        long accounts,
        long bills,
        long estimated,
        long held,
        long failed,
        long total,
        SortedMap<String, Long> reasons,
        boolean isFinished) {

    public RunTotals {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    /// These batches and more.
    public RunTotals plus(RunTotals more) {
        SortedMap<String, Long> all = new TreeMap<>(reasons);
        more.reasons().forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new RunTotals(
                batches + more.batches(),
                accounts + more.accounts(),
                bills + more.bills(),
                estimated + more.estimated(),
                held + more.held(),
                failed + more.failed(),
                total + more.total(),
                all,
                more.isFinished());
    }

    /// What a run came to so far.
    public static RunTotals of(Connection connection, long run) throws SQLException {
        SortedMap<String, Long> reasons = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select reason, count(*) from held_agreement where run = ? and ordinal = 1 group by reason")) {
            query.setLong(1, run);
            Rows.each(query, row -> reasons.put(row.getString(1), row.getLong(2)));
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*), coalesce(sum(accounts), 0), coalesce(sum(bills), 0), coalesce(sum(estimated), 0),
                       coalesce(sum(held), 0), coalesce(sum(failed), 0), coalesce(sum(total), 0),
                       coalesce(bool_or(is_last), false)
                from checkpoint where run = ?""")) {
            query.setLong(1, run);
            return Rows.list(
                            query,
                            row -> new RunTotals(
                                    row.getInt(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    reasons,
                                    row.getBoolean(8)))
                    .getFirst();
        }
    }
}
