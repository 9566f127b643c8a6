package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementOffer.Offered;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Rows;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;

/// Arrangements as rows.
final class ArrangementRows {
    private ArrangementRows() {}

    /// @return its number
    static long insert(
            Connection connection,
            String account,
            Offered offered,
            Asked asked,
            int graceDays,
            long afterEntry,
            @Nullable Long replaces,
            long change)
            throws SQLException {
        long number = next(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into arrangement values (?, ?, ?, ?, ?::request_channel, ?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, number);
            insert.setString(2, account);
            insert.setObject(3, asked.on());
            insert.setLong(4, afterEntry);
            insert.setString(5, asked.channel().code());
            insert.setInt(6, graceDays);
            insert.setBoolean(7, offered.unasked());
            insert.setString(8, offered.found());
            insert.setString(9, offered.needsApproval() ? asked.approver() : null);
            insert.setObject(10, replaces, Types.BIGINT);
            insert.setLong(11, change);
            insert.executeUpdate();
        }
        insertItems(connection, "insert into arranged_item values (?, ?, ?::item_kind, ?, ?)", number, offered.items());
        insertInstalments(connection, number, offered);
        return number;
    }

    /// @param sql takes what the items are of, the place of each, its kind, its number and what is open of it
    static void insertItems(Connection connection, String sql, long of, List<OpenItem> items) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int ordinal = 0;
            for (OpenItem item : items) {
                insert.setLong(1, of);
                insert.setInt(2, ++ordinal);
                insert.setString(3, item.key().kind().code());
                insert.setString(4, item.key().number());
                insert.setLong(5, item.open().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertInstalments(Connection connection, long number, Offered offered) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into instalment values (?, ?, ?, ?)")) {
            int ordinal = 0;
            for (Instalment instalment : offered.schedule().instalments()) {
                insert.setLong(1, number);
                insert.setInt(2, ++ordinal);
                insert.setObject(3, instalment.dueOn());
                insert.setLong(4, instalment.amount().minorUnits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Nobody else takes it: the change of this transaction holds the table of changes.
    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from arrangement")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
