package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.taswiya.store.Rows;

/// Texts that many rows share, each with its number. New ones get the next number in the order of their first use.
final class Dictionary {
    private final String table;
    private final String column;
    private final Map<String, Integer> known = new HashMap<>();

    Dictionary(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /// Reads what the database has; what was added and not committed is forgotten.
    void load(Connection connection) throws SQLException {
        known.clear();
        try (PreparedStatement query = connection.prepareStatement("select id, " + column + " from " + table)) {
            Rows.each(query, row -> known.put(row.getString(2), row.getInt(1)));
        }
    }

    /// For the rows of one batch.
    Use use() {
        return new Use();
    }

    /// The numbers that the rows of one batch need, and those among them that are new with it.
    final class Use {
        private final Map<String, Integer> added = new LinkedHashMap<>();

        int number(String text) {
            Integer number = known.get(text);
            if (number == null) {
                number = known.size() + 1;
                known.put(text, number);
                added.put(text, number);
            }
            return number;
        }

        /// Writes the new ones, so that rows may name them.
        void save(Connection connection) throws SQLException {
            if (added.isEmpty()) {
                return;
            }
            String sql = "insert into " + table + " (id, " + column + ") values (?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (Map.Entry<String, Integer> entry : added.entrySet()) {
                    insert.setInt(1, entry.getValue());
                    insert.setString(2, entry.getKey());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
