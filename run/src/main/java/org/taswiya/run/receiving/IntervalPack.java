package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.interval.IntervalPacking;
import org.taswiya.store.interval.IntervalPacking.Packed;
import org.taswiya.store.run.BatchTransaction;

/// Packs a month of all usage points, a transaction for so many points. Killed at any moment, it goes on where it was:
/// a point that is packed has nothing left to pack.
public final class IntervalPack {
    private static final int POINTS_OF_A_BATCH = 500;

    private IntervalPack() {}

    public static Packed execute(Database database, YearMonth month, Change why) {
        DateRange days = DateRange.of(month.atDay(1), month.plusMonths(1).atDay(1));
        int rows = 0;
        int into = 0;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            String after = "";
            while (true) {
                BatchTransaction transaction = BatchTransaction.begin(connection, why, () -> {});
                List<String> points = IntervalPacking.points(connection, days, after, POINTS_OF_A_BATCH);
                if (points.isEmpty()) {
                    connection.rollback();
                    return new Packed(rows, into);
                }
                Packed packed = IntervalPacking.pack(connection, points, days, transaction::change);
                transaction.commit();
                rows += packed.rows();
                into += packed.into();
                after = points.getLast();
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
