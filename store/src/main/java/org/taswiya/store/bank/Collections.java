package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Direct debits that a bank was asked to collect.
final class Collections {
    private Collections() {}

    /// One has ended: it was paid, or it came back or never came.
    ///
    /// @param transaction zero where a person has said so
    static void ended(Connection connection, String endToEnd, boolean isPaid, long transaction, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into collection_outcome values (?, ?, nullif(?, 0), ?)")) {
            insert.setString(1, endToEnd);
            insert.setBoolean(2, isPaid);
            insert.setLong(3, transaction);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
