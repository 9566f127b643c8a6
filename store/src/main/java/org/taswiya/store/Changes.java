package org.taswiya.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;

/// The table of changes.
public final class Changes {
    private Changes() {}

    /// Writes a change down and gives its number; numbers follow each other in the order of commits.
    public static long record(Connection connection, Change change) throws SQLException {
        long id;
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table change in exclusive mode");
            try (ResultSet last = statement.executeQuery("select coalesce(max(id), 0) from change")) {
                last.next();
                id = last.getLong(1) + 1;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into change values (?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, change.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, change.author());
            insert.setString(4, change.reason());
            insert.executeUpdate();
        }
        return id;
    }
}
