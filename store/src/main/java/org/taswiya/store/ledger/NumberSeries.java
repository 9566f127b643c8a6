package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Numbers without gaps. They move when the bills, entries or payments that bear them are written, and only if those
/// are committed.
public enum NumberSeries {
    BILL,
    ENTRY,
    RECEIPT;

    /// The last number given. Nobody else gives one until this transaction ends.
    public long lock(Connection connection) throws SQLException {
        return read(connection, "select last_number from number_series where name = ? for update");
    }

    /// The last number given.
    public long last(Connection connection) throws SQLException {
        return read(connection, "select last_number from number_series where name = ?");
    }

    private long read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name().toLowerCase(Locale.ROOT));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
