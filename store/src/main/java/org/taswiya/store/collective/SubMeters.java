package org.taswiya.store.collective;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// Which meters stand behind which.
public final class SubMeters {
    private SubMeters() {}

    /// Those that have ever stood behind a main meter, by usage point and day.
    public static List<SubMeter> behind(Database database, String main) {
        try (Connection connection = database.connect()) {
            return behind(connection, main);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static List<SubMeter> behind(Connection connection, String main) throws SQLException {
        return list(connection, "where main = ? order by sub, from_day", main);
    }

    private static List<SubMeter> list(Connection connection, String which, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select sub, main, share, from_day, to_day from sub_meter_in_force " + which)) {
            query.setString(1, value);
            return Rows.list(query, SubMeters::subMeter);
        }
    }

    private static SubMeter subMeter(ResultSet row) throws SQLException {
        return new SubMeter(
                row.getString("sub"),
                row.getString("main"),
                row.getInt("share"),
                Rows.date(row, "from_day"),
                Rows.dateOrNull(row, "to_day"));
    }

    /// Puts a meter behind a main meter.
    ///
    /// @param isTrial whether nothing is stored
    /// @return false when it stood so before, and nothing was written
    /// @throws IllegalArgumentException when it cannot stand there; the message says why and what to do
    public static boolean add(Database database, SubMeter added, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Changes.lock(connection);
            if (list(connection, "where sub = ? order by from_day", added.sub()).contains(added)) {
                return false;
            }
            requireFree(connection, added);
            insert(connection, added, Changes.record(connection, why));
            return true;
        });
    }

    /// Says from which day on a meter is a sub-meter no more.
    ///
    /// @return false when it ended then before, and nothing was written
    /// @throws IllegalArgumentException when it does not stand behind a main meter on the day before
    public static boolean end(Database database, String sub, LocalDate to, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Changes.lock(connection);
            Optional<SubMeter> found = list(connection, "where sub = ? order by from_day", sub).stream()
                    .filter(one -> one.days().contains(to.minusDays(1)))
                    .findFirst();
            SubMeter standing = found.orElseThrow(() -> new IllegalArgumentException(
                    sub + " stands behind no main meter on " + to.minusDays(1) + "; `sub-meter list` shows when"));
            if (to.equals(standing.to())) {
                return false;
            }
            SubMeter ended = new SubMeter(standing.sub(), standing.main(), standing.share(), standing.from(), to);
            insert(connection, ended, Changes.record(connection, why));
            return true;
        });
    }

    private static void requireFree(Connection connection, SubMeter added) throws SQLException {
        requirePoint(connection, added.sub());
        requirePoint(connection, added.main());
        for (SubMeter other : list(connection, "where sub = ?", added.sub())) {
            requireApart(added, other, added.sub() + " stands behind " + other.main());
        }
        for (SubMeter other : list(connection, "where main = ?", added.sub())) {
            requireApart(added, other, added.sub() + " is the main meter of " + other.sub());
        }
        for (SubMeter other : list(connection, "where sub = ?", added.main())) {
            requireApart(added, other, added.main() + " stands behind " + other.main());
        }
        requireNoAgreement(connection, added);
    }

    private static void requireApart(SubMeter added, SubMeter other, String how) {
        if (added.days().daysShared(other.days()) > 0) {
            throw new IllegalArgumentException(how + " from " + other.from()
                    + (other.to() == null ? " on" : " to " + other.to()) + "; end that first");
        }
    }

    private static void requirePoint(Connection connection, String point) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from usage_point where reference = ?")) {
            query.setString(1, point);
            if (Rows.list(query, _ -> point).isEmpty()) {
                throw new IllegalArgumentException("there is no usage point " + point);
            }
        }
    }

    /// What is billed by an agreement of its own would be shared out a second time.
    private static void requireNoAgreement(Connection connection, SubMeter added) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select reference from service_agreement
                where usage_point = ? and daterange(from_day, to_day) && daterange(?, ?) order by from_day""")) {
            query.setString(1, added.sub());
            query.setObject(2, added.from());
            query.setObject(3, added.to());
            List<String> agreements = Rows.list(query, row -> row.getString(1));
            if (!agreements.isEmpty()) {
                throw new IllegalArgumentException(added.sub() + " has an agreement of its own on these days, "
                        + agreements.getFirst() + "; what is billed there is not shared out");
            }
        }
    }

    private static void insert(Connection connection, SubMeter meter, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sub_meter (sub, from_day, revision, main, share, to_day, change)
                select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ? from sub_meter
                where sub = ? and from_day = ?""")) {
            insert.setString(1, meter.sub());
            insert.setObject(2, meter.from());
            insert.setString(3, meter.main());
            insert.setInt(4, meter.share());
            insert.setObject(5, meter.to());
            insert.setLong(6, change);
            insert.setString(7, meter.sub());
            insert.setObject(8, meter.from());
            insert.executeUpdate();
        }
    }
}
