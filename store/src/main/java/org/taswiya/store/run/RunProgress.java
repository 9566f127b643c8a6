package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// A run, and how far it is while it is at work.
///
/// @param isAtWork whether it is the one that bills at this moment
/// @param left accounts after the last that it has looked at, of all areas; null where it is not at work, or bills only
///     some
public record RunProgress(
        RunReport run, boolean isAtWork, @Nullable Long left) {

    /// The last one first.
    public static List<RunProgress> newest(Database database, int most) {
        try (Connection connection = database.connect()) {
            boolean isTaken = RunTable.isTaken(connection);
            List<RunProgress> all = new ArrayList<>();
            for (RunReport run : RunReport.newest(connection, most)) {
                boolean isAtWork = isTaken && run.state() == RunState.UNFINISHED;
                isTaken = isTaken && !isAtWork;
                boolean isOfAll = run.cycle().area() == null && !run.cycle().releasedOnly();
                all.add(new RunProgress(run, isAtWork, isAtWork && isOfAll ? left(connection, run.id()) : null));
            }
            return all;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static long left(Connection connection, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*) from customer_account a
                where a.reference > coalesce((select c.last_account from checkpoint c where c.run = ?
                                              order by c.batch desc limit 1), '')
                    and (not exists (select from run_account r where r.run = ?)
                         or exists (select from run_account r where r.run = ? and r.account = a.reference))""")) {
            query.setLong(1, run);
            query.setLong(2, run);
            query.setLong(3, run);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// Accounts in a second since it was begun; one that was resumed has been slower than it is.
    public long rate(Instant now) {
        long seconds = Math.max(1, Duration.between(run.startedAt(), now).toSeconds());
        return run.totals().accounts() / seconds;
    }

    /// Minutes until its end at that rate, rounded up; null where nothing can be said.
    public @Nullable Long minutesLeft(Instant now) {
        long rate = rate(now);
        return left == null || rate == 0 ? null : (left + rate * 60 - 1) / (rate * 60);
    }
}
