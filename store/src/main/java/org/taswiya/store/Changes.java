package org.taswiya.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The table of changes.
public final class Changes {
    private Changes() {}

    /// The number of the last change; zero before the first.
    public static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select coalesce(max(id), 0) from change")) {
            last.next();
            return last.getLong(1);
        }
    }

    /// The numbers of those that were committed after one, and of one's own.
    public static List<Long> since(Connection connection, long change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from change where id > ?")) {
            query.setLong(1, change);
            return Rows.list(query, row -> row.getLong(1));
        }
    }

    /// Nobody else writes a change down until this transaction ends. Whoever also needs the series of entries asks for
    /// this first, so that nobody waits in a circle.
    public static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table change in exclusive mode");
        }
    }

    /// Writes a change down and gives its number; numbers follow each other in the order of commits.
    public static long record(Connection connection, Change change) throws SQLException {
        return record(connection, List.of(change));
    }

    /// Writes several down, whose numbers follow each other.
    ///
    /// @return the number of the first
    public static long record(Connection connection, List<Change> changes) throws SQLException {
        lock(connection);
        long first = last(connection) + 1;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into change select ? + w.place - 1, w.made_at, w.author, w.reason
                from unnest(?::timestamptz[], ?::text[], ?::text[])
                    with ordinality as w (made_at, author, reason, place)""")) {
            insert.setLong(1, first);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            changes.stream().map(one -> one.at().toString()).toArray()));
            insert.setArray(
                    3,
                    SqlArrays.texts(
                            connection, changes.stream().map(Change::author).toList()));
            insert.setArray(
                    4,
                    SqlArrays.texts(
                            connection, changes.stream().map(Change::reason).toList()));
            insert.executeUpdate();
        }
        return first;
    }
}
