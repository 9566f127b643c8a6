package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Rows;

/// Whether there is what a filter names. What is spelt wrong would otherwise look as if nothing waited.
final class ServedThere {
    private ServedThere() {}

    /// Null where it does not matter.
    ///
    /// @throws IllegalArgumentException when there is no such area, service or usage point
    static void require(
            Connection connection, @Nullable String area, @Nullable String service, @Nullable String usagePoint)
            throws SQLException {
        requireOne(connection, "premise where area = ?", area, "no premise is in an area '");
        requireOne(connection, "usage_point where service = ?", service, "no usage point is served with '");
        requireOne(connection, "usage_point where reference = ?", usagePoint, "there is no usage point '");
    }

    private static void requireOne(Connection connection, String among, @Nullable String name, String missing)
            throws SQLException {
        if (name == null) {
            return;
        }
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from " + among + ") as is_there")) {
            query.setString(1, name);
            if (!Rows.list(query, row -> row.getBoolean(1)).getFirst()) {
                throw new IllegalArgumentException(missing + name + "'");
            }
        }
    }
}
