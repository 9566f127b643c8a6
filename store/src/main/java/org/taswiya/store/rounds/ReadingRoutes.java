package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// The routes of a utility.
public final class ReadingRoutes {
    private static final int NAMED = 5;

    private static final String STOPS = """
            select usage_point from route_stop
            where route = ? and change = (select max(change) from reading_route where reference = ?)
            order by position""";

    private static final String LAID = """
            select r.reference, count(s.usage_point) as stops from reading_route r
            left join route_stop s on s.route = r.reference and s.change = r.change
            where r.change = (select max(l.change) from reading_route l where l.reference = r.reference)
            group by r.reference order by r.reference""";

    private static final String PASSING = """
            select r.reference from reading_route r
            join route_stop s on s.route = r.reference and s.change = r.change and s.usage_point = ?
            where r.change = (select max(l.change) from reading_route l where l.reference = r.reference)
            order by r.reference""";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private ReadingRoutes() {}

    /// Whether a route may be called so.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Some usage points with a meter, in the order of their premises, for a route that nobody has thought of yet.
    public static List<String> metered(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select p.reference from usage_point p
                        where exists (select from meter m where m.usage_point = p.reference and m.removed_at is null)
                        order by p.premise, p.reference limit ?""")) {
            query.setInt(1, most);
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// A route and how many usage points it passes.
    public record LaidRoute(String reference, long stops) {}

    /// Lays a route, or lays it anew.
    ///
    /// @param usagePoints in the order of the walk
    /// @return false when it is laid just so
    /// @throws IllegalArgumentException when one of them is there twice, or is no usage point; nothing is written then
    public static boolean lay(Database database, String route, List<String> usagePoints, Change why, boolean isTrial) {
        requireOnce(route, usagePoints);
        return BooksChange.make(database, isTrial, connection -> {
            requireThere(connection, usagePoints);
            if (!usagePoints.isEmpty() && stops(connection, route).equals(usagePoints)) {
                return false;
            }
            long change = Changes.record(connection, why);
            insert(connection, route, usagePoints, change);
            return true;
        });
    }

    /// All routes by name.
    public static List<LaidRoute> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(LAID)) {
            return Rows.list(query, row -> new LaidRoute(row.getString("reference"), row.getLong("stops")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The routes that pass a usage point, by name.
    public static List<String> passing(Database database, String usagePoint) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(PASSING)) {
            query.setString(1, usagePoint);
            return Rows.list(query, row -> row.getString("reference"));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The usage points of a route as it is laid now, in the order of the walk; none when there is no such route.
    static List<String> stops(Connection connection, String route) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STOPS)) {
            query.setString(1, route);
            query.setString(2, route);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private static void requireOnce(String route, List<String> usagePoints) {
        Set<String> seen = new HashSet<>();
        for (String usagePoint : usagePoints) {
            if (!seen.add(usagePoint)) {
                throw new IllegalArgumentException(
                        "Usage point " + usagePoint + " is twice on route " + route + "; keep one");
            }
        }
    }

    private static void requireThere(Connection connection, List<String> usagePoints) throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select u from unnest(?) with ordinality as t(u, at)"
                + " where not exists (select from usage_point p where p.reference = u) order by at")) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            Rows.each(query, row -> unknown.add(row.getString(1)));
        }
        if (!unknown.isEmpty()) {
            int shown = Math.min(NAMED, unknown.size());
            throw new IllegalArgumentException("There is no usage point " + String.join(", ", unknown.subList(0, shown))
                    + (unknown.size() > shown ? " and " + (unknown.size() - shown) + " more" : ""));
        }
    }

    private static void insert(Connection connection, String route, List<String> usagePoints, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into reading_route (reference, change) values (?, ?)")) {
            insert.setString(1, route);
            insert.setLong(2, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into route_stop"
                + " (route, change, position, usage_point)"
                + " select ?, ?, at, u from unnest(?) with ordinality as t(u, at)")) {
            insert.setString(1, route);
            insert.setLong(2, change);
            insert.setArray(3, SqlArrays.texts(connection, usagePoints));
            insert.executeUpdate();
        }
    }
}
