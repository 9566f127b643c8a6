package org.taswiya.store.suspension;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// The orders of a utility that stop something.
public final class Suspensions {
    private static final String ALL = """
            select s.reference, s.activities::text[] as activities, s.area, s.from_day, s.legal_reference, (
                select e.to_day from suspension_end e
                where e.suspension = s.reference and e.change < ? order by e.change desc limit 1) as to_day
            from suspension s where s.change < ? order by s.from_day, s.reference""";

    private Suspensions() {}

    /// Begins one.
    ///
    /// @return false when it is there already, just so
    /// @throws IllegalArgumentException when another one has its reference, or there is no such area; nothing is
    ///     written then
    public static boolean begin(Database database, Suspension suspension, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Suspension there = find(connection, suspension.reference()).orElse(null);
            if (suspension.equals(there)) {
                return false;
            }
            if (there != null) {
                throw new IllegalArgumentException("There is another suspension " + there.reference() + ", from "
                        + there.from() + " by " + there.legalReference() + "; name this one otherwise");
            }
            requireArea(connection, suspension.area());
            long change = Changes.record(connection, why);
            insert(connection, suspension, change);
            if (suspension.to() != null) {
                insertEnd(connection, suspension.reference(), suspension.to(), change);
            }
            return true;
        });
    }

    /// Says when one ends, or says it anew.
    ///
    /// @param to the first day on which things are done again; its first day takes it back
    /// @return as it is now; empty when it ended just so before
    /// @throws IllegalArgumentException when there is no such suspension, or it begins later; nothing is written then
    public static Optional<Suspension> end(
            Database database, String reference, LocalDate to, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Suspension there = require(connection, reference);
            Suspension ended = new Suspension(
                    reference, there.activities(), there.area(), there.from(), to, there.legalReference());
            if (ended.equals(there)) {
                return Optional.empty();
            }
            insertEnd(connection, reference, to, Changes.record(connection, why));
            return Optional.of(ended);
        });
    }

    /// All of them, in the order of their first days.
    public static List<Suspension> all(Database database) {
        try (Connection connection = database.connect()) {
            return all(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those that stop something on a day, wherever.
    public static List<Suspension> inForce(Connection connection, Activity activity, LocalDate on) throws SQLException {
        return inForce(connection, activity, on, Long.MAX_VALUE);
    }

    /// The same, as it was known before a change.
    public static List<Suspension> inForce(Connection connection, Activity activity, LocalDate on, long change)
            throws SQLException {
        return before(connection, change).stream()
                .filter(one -> one.activities().contains(activity) && one.isInForce(on))
                .toList();
    }

    static Suspension require(Connection connection, String reference) throws SQLException {
        return find(connection, reference)
                .orElseThrow(() -> new IllegalArgumentException("There is no suspension " + reference
                        + "; ./taswiya suspension list shows those that there are"));
    }

    private static Optional<Suspension> find(Connection connection, String reference) throws SQLException {
        return all(connection).stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    /// The same, in a transaction of the caller's.
    public static List<Suspension> all(Connection connection) throws SQLException {
        return before(connection, Long.MAX_VALUE);
    }

    private static List<Suspension> before(Connection connection, long change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL)) {
            query.setLong(1, change);
            query.setLong(2, change);
            return Rows.list(query, Suspensions::suspension);
        }
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        Set<Activity> activities = EnumSet.noneOf(Activity.class);
        for (String code : (String[]) row.getArray("activities").getArray()) {
            activities.add(Activity.ofCode(code).orElseThrow());
        }
        return new Suspension(
                row.getString("reference"),
                activities,
                row.getString("area"),
                Rows.date(row, "from_day"),
                Rows.dateOrNull(row, "to_day"),
                row.getString("legal_reference"));
    }

    private static void requireArea(Connection connection, @Nullable String area) throws SQLException {
        if (area == null) {
            return;
        }
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from premise where area = ?)")) {
            query.setString(1, area);
            if (!Rows.list(query, row -> row.getBoolean(1)).getFirst()) {
                throw new IllegalArgumentException("There is no premise in an area " + area);
            }
        }
    }

    private static void insert(Connection connection, Suspension suspension, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into suspension"
                + " (reference, activities, area, from_day, legal_reference, change) values (?, ?, ?, ?, ?, ?)")) {
            Array activities = connection.createArrayOf(
                    "suspended_activity",
                    suspension.activities().stream().map(Activity::code).toArray());
            insert.setString(1, suspension.reference());
            insert.setArray(2, activities);
            insert.setString(3, suspension.area());
            insert.setObject(4, suspension.from());
            insert.setString(5, suspension.legalReference());
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }

    private static void insertEnd(Connection connection, String reference, LocalDate to, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into suspension_end (suspension, to_day, change) values (?, ?, ?)")) {
            insert.setString(1, reference);
            insert.setObject(2, to);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }
}
