package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.store.Rows;

/// What many rows share, each with its number. New ones get the next number in the order of their first use.
///
/// @param <K> what is shared; equal ones are one
public final class Dictionary<K> {
    private final String table;
    private final List<String> columns;
    private final Rows.Shape<K> shape;
    private final Fields<K> fields;
    private final Map<K, Integer> known = new HashMap<>();

    /// Writes one to the columns of a row; the first column has number one.
    public interface Fields<K> {
        void set(PreparedStatement insert, K shared) throws SQLException;
    }

    /// @param table with `id` and the columns
    public Dictionary(String table, List<String> columns, Rows.Shape<K> shape, Fields<K> fields) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.shape = shape;
        this.fields = fields;
    }

    public static Dictionary<String> ofTexts(String table, String column) {
        return new Dictionary<>(
                table, List.of(column), row -> row.getString(column), (insert, text) -> insert.setString(1, text));
    }

    /// Reads what the database has; what was added and not committed is forgotten.
    public void load(Connection connection) throws SQLException {
        known.clear();
        try (PreparedStatement query =
                connection.prepareStatement("select id, " + String.join(", ", columns) + " from " + table)) {
            Rows.each(query, row -> known.put(shape.of(row), row.getInt("id")));
        }
    }

    /// For the rows of one batch.
    public Use use() {
        return new Use();
    }

    /// The numbers that the rows of one batch need, and those among them that are new with it.
    public final class Use {
        private final Map<K, Integer> added = new LinkedHashMap<>();

        public int number(K shared) {
            Integer number = known.get(shared);
            if (number == null) {
                number = known.size() + 1;
                known.put(shared, number);
                added.put(shared, number);
            }
            return number;
        }

        /// Writes the new ones, so that rows may name them.
        public void save(Connection connection) throws SQLException {
            if (added.isEmpty()) {
                return;
            }
            String values = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
            String sql =
                    "insert into " + table + " (" + String.join(", ", columns) + ", id) values (" + values + ", ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (Map.Entry<K, Integer> entry : added.entrySet()) {
                    fields.set(insert, entry.getKey());
                    insert.setInt(columns.size() + 1, entry.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
