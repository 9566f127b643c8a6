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

    /// Why a meter cannot stand behind a main meter.
    ///
    /// @param found what was found, and what to do
    public record Obstacle(Kind kind, String found) {
        public enum Kind {
            /// There is no such usage point.
            UNKNOWN_SUB,
            /// There is none of the main meter.
            UNKNOWN_MAIN,
            /// It gives another service than the main meter.
            OTHER_SERVICE,
            /// It begins on the same day otherwise.
            OTHER,
            /// On some of these days it cannot stand there.
            TAKEN
        }
    }

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
            if (stands(connection, added)) {
                return false;
            }
            obstacle(connection, added).ifPresent(obstacle -> {
                throw new IllegalArgumentException(obstacle.found());
            });
            insert(connection, added, Changes.record(connection, why));
            return true;
        });
    }

    /// Whether it is in the books just so.
    public static boolean stands(Connection connection, SubMeter meter) throws SQLException {
        return list(connection, "where sub = ? order by from_day", meter.sub()).contains(meter);
    }

    /// Says from which day on a meter is a sub-meter no more.
    ///
    /// @return false when it ended then before, and nothing was written
    /// @throws IllegalArgumentException when it does not stand behind a main meter on the day before
    public static boolean end(Database database, String sub, LocalDate to, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Changes.lock(connection);
            List<SubMeter> known = list(connection, "where sub = ? order by from_day", sub);
            SubMeter standing = known.stream()
                    .filter(one -> one.days().contains(to.minusDays(1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(notStanding(known, sub, to)));
            if (to.equals(standing.to())) {
                return false;
            }
            insert(
                    connection,
                    new SubMeter(standing.sub(), standing.main(), standing.share(), standing.from(), to),
                    Changes.record(connection, why));
            return true;
        });
    }

    private static String notStanding(List<SubMeter> known, String sub, LocalDate to) {
        return known.stream()
                .filter(one -> one.from().equals(to))
                .findFirst()
                .map(one -> sub + " stands behind " + one.main() + " from " + to + " on, and " + to.plusDays(1)
                        + " is the first day on which it can be none: its first day is not taken back")
                .orElse(sub + " stands behind no main meter on " + to.minusDays(1) + "; `sub-meter list` shows when");
    }

    /// What keeps a meter from standing where it is to; empty when nothing does.
    public static Optional<Obstacle> obstacle(Connection connection, SubMeter added) throws SQLException {
        Optional<String> service = service(connection, added.sub());
        if (service.isEmpty()) {
            return obstacle(Obstacle.Kind.UNKNOWN_SUB, "there is no usage point " + added.sub());
        }
        Optional<String> shared = service(connection, added.main());
        if (shared.isEmpty()) {
            return obstacle(Obstacle.Kind.UNKNOWN_MAIN, "there is no usage point " + added.main());
        }
        if (!service.equals(shared)) {
            return obstacle(
                    Obstacle.Kind.OTHER_SERVICE,
                    added.sub() + " gives " + service.get() + ", and " + added.main() + " gives " + shared.get());
        }
        for (SubMeter other : list(connection, "where sub = ? order by from_day", added.sub())) {
            if (other.to() == null && isSameBut(added, other)) {
                continue; // it stands there without an end, and gets one
            }
            if (other.from().equals(added.from())) {
                return obstacle(Obstacle.Kind.OTHER, standing(added.sub() + " stands behind " + other.main(), other));
            }
            if (isBeside(added, other)) {
                return obstacle(Obstacle.Kind.TAKEN, standing(added.sub() + " stands behind " + other.main(), other));
            }
        }
        for (SubMeter other : list(connection, "where main = ?", added.sub())) {
            if (isBeside(added, other)) {
                String how = added.sub() + " is the main meter of " + other.sub();
                return obstacle(Obstacle.Kind.TAKEN, standing(how, other));
            }
        }
        for (SubMeter other : list(connection, "where sub = ?", added.main())) {
            if (isBeside(added, other)) {
                return obstacle(Obstacle.Kind.TAKEN, standing(added.main() + " stands behind " + other.main(), other));
            }
        }
        return agreement(connection, added)
                .flatMap(agreement -> obstacle(
                        Obstacle.Kind.TAKEN,
                        added.sub() + " has an agreement of its own on these days, " + agreement
                                + "; what is billed there is not shared out"));
    }

    private static Optional<Obstacle> obstacle(Obstacle.Kind kind, String found) {
        return Optional.of(new Obstacle(kind, found));
    }

    /// Whether the one differs from the other in its end alone.
    private static boolean isSameBut(SubMeter added, SubMeter other) {
        return added.equals(new SubMeter(other.sub(), other.main(), other.share(), other.from(), added.to()));
    }

    private static boolean isBeside(SubMeter added, SubMeter other) {
        return added.days().daysShared(other.days()) > 0;
    }

    private static String standing(String how, SubMeter other) {
        return how + " from " + other.from() + (other.to() == null ? " on" : " to " + other.to()) + "; end that first";
    }

    /// What a usage point gives; empty when there is no such point.
    private static Optional<String> service(Connection connection, String point) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select service from usage_point where reference = ?")) {
            query.setString(1, point);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    /// The first agreement of its own: what is billed by one would be shared out a second time.
    private static Optional<String> agreement(Connection connection, SubMeter added) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select reference from service_agreement
                where usage_point = ? and daterange(from_day, to_day) && daterange(?, ?) order by from_day""")) {
            query.setString(1, added.sub());
            query.setObject(2, added.from());
            query.setObject(3, added.to());
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    /// Writes that a meter stands behind another one; nothing may be in its way.
    public static void insert(Connection connection, SubMeter meter, long change) throws SQLException {
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
