package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.population.ReadingKind;

/// Adds one reading after the fact: late, or in place of what that day's reading was.
public final class ReadingCorrections {
    private ReadingCorrections() {}

    /// Adds a reading as the next revision of its day. What was billed on later readings is settled anew by the next
    /// run.
    public static void add(Database database, String usagePoint, Reading reading, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            add(connection, Changes.record(connection, why), usagePoint, reading);
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The same in a transaction of the caller's.
    ///
    /// @return whether bills rest on what was corrected, so that the next one settles them anew
    public static boolean add(Connection connection, long change, String usagePoint, Reading reading)
            throws SQLException {
        return add(connection, change, usagePoint, reading, null);
    }

    /// The same.
    ///
    /// @param leastHour of the day that it ends; null where that is not known
    public static boolean add(
            Connection connection, long change, String usagePoint, Reading reading, @Nullable Decimal leastHour)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into reading (usage_point, at, revision, kind, value, provenance, change, least_hour)
                select ?, ?, coalesce(max(revision), 0) + 1, ?::reading_kind, ?, ?, ?, ?
                from reading where usage_point = ? and at = ?""")) {
            insert.setString(1, usagePoint);
            insert.setObject(2, reading.at());
            insert.setString(3, ReadingKind.of(reading).code());
            insert.setBigDecimal(4, reading.value().toBigDecimal());
            insert.setString(5, ReadingKind.provenance(reading));
            insert.setLong(6, change);
            insert.setBigDecimal(7, leastHour == null ? null : leastHour.toBigDecimal());
            insert.setString(8, usagePoint);
            insert.setObject(9, reading.at());
            insert.executeUpdate();
        }
        return Reopenings.openForReading(connection, change, usagePoint, reading.at());
    }
}
