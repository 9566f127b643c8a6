package org.taswiya.store.interval;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.BadIntervalBytes;
import org.taswiya.core.interval.IntervalBytes;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.interval.StandingIntervals.Block;

/// The table of intervals.
public final class IntervalBlocks {
    /// A row is of one month, so none that reaches a day begins before that day's month.
    private static final String STANDING = """
            select usage_point, {change}, brought, series from interval_block
            where usage_point = any({points}) and from_day >= {month} and from_day < {to} and to_day > {from}{known}
            order by usage_point, change""";

    /// A packed row holds what earlier changes brought. Where some of them are not known yet it says least: what was
    /// superseded by them stands beside it.
    private static final String KNOWN_CHANGE = """
            case when brought <> '{}' and {last} < (select max(b) from unnest(brought) b) then 0 else change end""";

    private static final String KNOWN = """
             and case when brought = '{}' then change else (select min(b) from unnest(brought) b) end <= {last}""";

    private final CopyRows rows =
            new CopyRows("interval_block", "usage_point", "from_day", "to_day", "change", "brought", "series");

    /// What the books have of some usage points on some days, by point.
    public static Map<String, StandingIntervals> standing(
            Connection connection, Collection<String> points, DateRange days) throws SQLException {
        return standing(connection, points, days, Known.ALL);
    }

    /// The same of what is known of the books.
    public static Map<String, StandingIntervals> standing(
            Connection connection, Collection<String> points, DateRange days, Known known) throws SQLException {
        boolean isAll = known.equals(Known.ALL);
        String last = "" + known.change();
        Map<String, StandingIntervals> standing = new HashMap<>();
        if (points.isEmpty()) {
            return standing;
        }
        String select = STANDING.replace("{change}", isAll ? "change" : KNOWN_CHANGE.replace("{last}", last))
                .replace("{known}", isAll ? "" : KNOWN.replace("{last}", last))
                .replace("{points}", Literals.texts(points))
                .replace("{month}", Literals.of(days.from().withDayOfMonth(1)))
                .replace("{from}", Literals.of(days.from()))
                .replace("{to}", Literals.of(days.to()));
        CopiedRows.each(connection, select, row -> {
            String point = row.text();
            long change = row.whole();
            List<Long> brought = Arrays.stream(row.wholes()).boxed().toList();
            byte[] bytes = row.bytes();
            try {
                Block block = new Block(change, brought, IntervalBytes.read(bytes));
                standing.computeIfAbsent(point, _ -> new StandingIntervals()).add(block);
            } catch (BadIntervalBytes e) {
                throw new IllegalStateException("intervals of " + point + ", change " + change + ": " + e, e);
            }
        });
        return standing;
    }

    /// Those of some usage points that have intervals on some of the days, in their order.
    public static List<String> among(Connection connection, Collection<String> points, DateRange days)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct usage_point from interval_block
                where usage_point = any(?) and from_day >= ? and from_day < ? and to_day > ? order by usage_point""")) {
            query.setArray(1, SqlArrays.texts(connection, points));
            query.setObject(2, days.from().withDayOfMonth(1));
            query.setObject(3, days.to());
            query.setObject(4, days.from());
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// Usage points with intervals on some of the days, in their order.
    ///
    /// @param after a point beyond which to look; empty for the first
    public static List<String> points(Connection connection, DateRange days, String after, int most)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct usage_point from interval_block
                where usage_point > ? and from_day >= ? and from_day < ? and to_day > ?
                order by usage_point limit ?""")) {
            query.setString(1, after);
            query.setObject(2, days.from().withDayOfMonth(1));
            query.setObject(3, days.to());
            query.setObject(4, days.from());
            query.setInt(5, most);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// Days of one month.
    public void add(String point, IntervalSeries series, long change) {
        add(point, series, change, List.of());
    }

    void add(String point, IntervalSeries series, long change, List<Long> brought) {
        LocalDate last = series.days().to().minusDays(1);
        if (!last.withDayOfMonth(1).equals(series.days().from().withDayOfMonth(1))) {
            throw new IllegalArgumentException(series + " are of more than a month");
        }
        rows.row()
                .text(point)
                .date(series.days().from())
                .date(series.days().to())
                .bigint(change)
                .bigints(brought.stream().mapToLong(Long::longValue).toArray())
                .bytes(IntervalBytes.of(series));
    }

    /// How many bytes wait.
    public int length() {
        return rows.length();
    }

    /// Writes what was added.
    public void write(Connection connection) throws SQLException {
        rows.send(connection);
    }
}
