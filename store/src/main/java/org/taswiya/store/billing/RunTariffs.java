package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.store.Rows;

/// The price books by which a run has billed, each with the digest of what it charged.
public final class RunTariffs {
    private RunTariffs() {}

    /// By the id of the tariff.
    public static SortedMap<String, String> of(Connection connection, long run) throws SQLException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("select tariff, digest from run_tariff where run = ?")) {
            query.setLong(1, run);
            Rows.list(query, row -> digests.put(row.getString(1), row.getString(2)));
        }
        return digests;
    }

    /// Adds some that it has not billed by before.
    public static void add(Connection connection, long run, Map<String, String> digests) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into run_tariff values (?, ?, ?)")) {
            for (Map.Entry<String, String> tariff : digests.entrySet()) {
                insert.setLong(1, run);
                insert.setString(2, tariff.getKey());
                insert.setString(3, tariff.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
