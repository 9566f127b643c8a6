package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// The turns of routes, planned and handed out.
public final class ReadingRounds {
    private static final String ROUNDS = """
            select n.id, n.route, n.from_day, n.to_day,
                   (select count(*) from round_order o where o.round = n.id) as orders, (
                       select count(distinct d.usage_point) from suspect_decision d
                       join round_order o on o.round = n.id and o.usage_point = d.usage_point
                       where\s""" + OrderedReread.IS_OF_ROUND + """
                   ) as rereads
            from reading_round n""";

    /// The stops of a route that have a meter in place on the first day.
    private static final String ORDERS = """
            insert into round_order (round, position, usage_point)
            select ?, s.position, s.usage_point from route_stop s
            where s.route = ? and s.change = (select max(change) from reading_route where reference = ?)
                and exists (select from meter m where m.usage_point = s.usage_point and m.installed_at <= ?
                    and (m.removed_at is null or m.removed_at > ?))""";

    private static final String HANDED_OUT = """
            select o.position, o.usage_point, e.address, e.area, m.serial, m.register_name,
                   m.digits, m.decimals, m.unit::text as unit,
                   l.at as last_day, l.value as last_value, w.reread_of, w.reread_found, w.reread_why, w.reread_answered
            from round_order o
            join reading_round n on n.id = o.round
            join usage_point p on p.reference = o.usage_point
            join premise e on e.reference = p.premise
            join lateral (
                select * from meter m where m.usage_point = o.usage_point and m.installed_at <= n.from_day
                order by m.installed_at desc limit 1) m on true
            left join lateral (
                select r.at, r.value from reading r
                where r.usage_point = o.usage_point and r.at < n.from_day and r.kind = 'actual'
                order by r.at desc, r.revision desc limit 1) l on true
            """ + OrderedReread.OF_ORDER + """
            where o.round = ? order by o.position""";

    private ReadingRounds() {}

    /// Plans a turn of a route: an order for each of its meters that is in place.
    ///
    /// @return the round; the same one when it is planned already
    /// @throws IllegalArgumentException when there is no such route, or no meter on it; nothing is written then
    public static ReadingRound plan(Database database, String route, DateRange days, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Optional<ReadingRound> there = find(connection, route, days);
            if (there.isPresent()) {
                return there.get();
            }
            if (ReadingRoutes.stops(connection, route).isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no route " + route + "; ./taswiya route list shows those that there are");
            }
            long change = Changes.record(connection, why);
            long number = insert(connection, route, days, change);
            if (insertOrders(connection, number, route, days) == 0) {
                throw new IllegalArgumentException("No meter is in place on route " + route + " on " + days.from());
            }
            return require(connection, number);
        });
    }

    /// All rounds, the newest first.
    public static List<ReadingRound> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(ROUNDS + " order by n.id desc")) {
            return Rows.list(query, ReadingRounds::round);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The orders of a round in the order of the walk, with what is known of each meter now.
    ///
    /// @throws IllegalArgumentException when there is no such round
    public static void orders(Database database, long number, Consumer<RoundOrder> use) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(HANDED_OUT)) {
            connection.setAutoCommit(false);
            StoppedReading stopped =
                    new StoppedReading(connection, require(connection, number).days());
            query.setLong(1, number);
            Rows.each(query, row -> use.accept(order(row, stopped)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @throws IllegalArgumentException when there is no such round
    public static void requireThere(Database database, long number) {
        try (Connection connection = database.connect()) {
            require(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static ReadingRound require(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROUNDS + " where n.id = ?")) {
            query.setLong(1, number);
            return Rows.list(query, ReadingRounds::round).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no round " + number + "; ./taswiya round list shows those that there are"));
        }
    }

    private static Optional<ReadingRound> find(Connection connection, String route, DateRange days)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(ROUNDS + " where n.route = ? and n.from_day = ? and n.to_day = ?")) {
            query.setString(1, route);
            query.setObject(2, days.from());
            query.setObject(3, days.to());
            return Rows.list(query, ReadingRounds::round).stream().findFirst();
        }
    }

    private static ReadingRound round(ResultSet row) throws SQLException {
        return new ReadingRound(
                row.getLong("id"),
                row.getString("route"),
                DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                row.getLong("orders"),
                row.getLong("rereads"));
    }

    private static RoundOrder order(ResultSet row, StoppedReading stopped) throws SQLException {
        String area = row.getString("area");
        return new RoundOrder(
                row.getInt("position"),
                row.getString("usage_point"),
                row.getString("address"),
                area,
                row.getString("serial"),
                row.getString("register_name"),
                row.getObject("digits", Integer.class),
                row.getInt("decimals"),
                row.getString("unit"),
                Rows.dateOrNull(row, "last_day"),
                row.getBigDecimal("last_value") == null ? null : Rows.decimal(row, "last_value"),
                stopped.in(area),
                OrderedReread.of(row));
    }

    /// Numbers follow each other: the table of changes is locked already.
    private static long insert(Connection connection, String route, DateRange days, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into reading_round (id, route, from_day, to_day, change)
                select coalesce(max(id), 0) + 1, ?, ?, ?, ? from reading_round returning id""")) {
            insert.setString(1, route);
            insert.setObject(2, days.from());
            insert.setObject(3, days.to());
            insert.setLong(4, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    private static long insertOrders(Connection connection, long number, String route, DateRange days)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ORDERS)) {
            insert.setLong(1, number);
            insert.setString(2, route);
            insert.setString(3, route);
            insert.setObject(4, days.from());
            insert.setObject(5, days.from());
            return insert.executeLargeUpdate();
        }
    }
}
