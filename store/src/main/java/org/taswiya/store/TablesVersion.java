package org.taswiya.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// By which migrations the tables of a database were made.
///
/// @param number of the newest of them
/// @param checksums by their names
public record TablesVersion(int number, SortedMap<String, Integer> checksums) {
    /// The table in which they are kept.
    public static final String TABLE = "schema_history";

    /// That of this program.
    public static final int NEWEST = Migrations.NEWEST;

    public static TablesVersion of(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select script, checksum, version::int from schema_history where success and version is not null")) {
            SortedMap<String, Integer> checksums = new TreeMap<>();
            int number = 0;
            for (Map.Entry<Map.Entry<String, Integer>, Integer> made :
                    Rows.list(query, row -> Map.entry(Map.entry(row.getString(1), row.getInt(2)), row.getInt(3)))) {
                checksums.put(made.getKey().getKey(), made.getKey().getValue());
                number = Math.max(number, made.getValue());
            }
            return new TablesVersion(number, checksums);
        }
    }

    /// Whether this program makes the same tables up to there.
    public boolean isKnown() {
        try {
            for (Map.Entry<String, Integer> made : checksums.entrySet()) {
                if (Migrations.checksum(made.getKey()) != made.getValue()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the migrations", e);
        }
    }
}
