package org.taswiya.store.reach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Counts how many accounts each channel reaches, and keeps the counts: at a million accounts a count takes seconds,
/// and a page must not.
public final class Coverages {
    /// More than these nobody telephones.
    private static final int UNREACHED_MOST = 10_000;

    private static final String COUNT = """
            with {reach},
            parts as (
                insert into coverage_part
                select ?, case when grouping(class) = 0 then 'class' when grouping(area) = 0 then 'area' else 'all' end,
                       coalesce(class::text, area, ''), count(*), count(*) filter (where sms = 2),
                       count(*) filter (where sms = 1), count(*) filter (where email = 2),
                       count(*) filter (where email = 1), count(*) filter (where push),
                       count(*) filter (where came_back), count(*) filter (where {post}), count(*) filter (where {none})
                from reach group by grouping sets ((), (class), (area)))
            insert into unreached_account
            select r.account, coalesce(d.due, 0),
                   (select count(*) from returned_mail m where m.account = r.account), ?
            from reach r left join (select i.account, sum(i.open)::bigint as due from open_item i group by i.account) d
                on d.account = r.account
            where {none}
            order by 2 desc, 1 limit ?""";

    private Coverages() {}

    /// Counts anew; killed at any moment, the counts before are there.
    ///
    /// @return its number
    public static long count(Database database, LocalDate on, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            long number = begin(connection, on, change);
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from unreached_account");
            }
            String sql = COUNT.replace("{reach}", ReachSql.tables(on))
                    .replace("{post}", ReachSql.of(Chosen.POST_ONLY))
                    .replace("{none}", ReachSql.of(Chosen.UNREACHED));
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, number);
                insert.setLong(2, number);
                insert.setInt(3, UNREACHED_MOST);
                insert.executeUpdate();
            }
            connection.commit();
            return number;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static long begin(Connection connection, LocalDate on, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into coverage select coalesce(max(id), 0) + 1, ?, ? from coverage returning id")) {
            insert.setObject(1, on);
            insert.setLong(2, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// As it was counted last; empty where nobody has counted.
    public static Optional<Coverage> newest(Database database) {
        return list(database, "select id, counted_on from coverage order by id desc limit ?", 1, true).stream()
                .findFirst();
    }

    /// How it changed: the counts of all accounts together, the newest first, the last of each day.
    public static List<Coverage> lately(Database database, int most) {
        return list(
                database,
                "select max(id) as id, counted_on from coverage group by counted_on order by counted_on desc limit ?",
                most,
                false);
    }

    private static List<Coverage> list(Database database, String sql, int most, boolean isWhole) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, most);
            return Rows.list(
                    query,
                    row -> new Coverage(
                            row.getLong("id"),
                            Rows.date(row, "counted_on"),
                            parts(connection, row.getLong("id"), isWhole)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Coverage.Part> parts(Connection connection, long coverage, boolean isWhole)
            throws SQLException {
        String which = isWhole ? "" : " and part = 'all'";
        try (PreparedStatement query = connection.prepareStatement("select * from coverage_part where coverage = ?"
                + which + " order by array_position(array['all', 'class', 'area'], part), accounts desc, name")) {
            query.setLong(1, coverage);
            return Rows.list(query, Coverages::part);
        }
    }

    private static Coverage.Part part(ResultSet row) throws SQLException {
        return new Coverage.Part(
                row.getString("part"),
                row.getString("name"),
                row.getLong("accounts"),
                row.getLong("sms_confirmed"),
                row.getLong("sms_unconfirmed"),
                row.getLong("email_confirmed"),
                row.getLong("email_unconfirmed"),
                row.getLong("push"),
                row.getLong("came_back"),
                row.getLong("post_only"),
                row.getLong("unreached"));
    }
}
