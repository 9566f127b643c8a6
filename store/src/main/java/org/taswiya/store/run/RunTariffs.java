package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The price books by which a run bills, each with the digest of what it charges.
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

    /// The tariffs that agreements name, whether or not there is a book of each; agreements that have ended, too, as a
    /// settlement may reach back to them.
    public static List<String> named(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select distinct tariff from service_agreement order by tariff")) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// The same, of a database that nobody reads yet.
    public static List<String> named(Database database) {
        try (Connection connection = database.connect()) {
            return named(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The tariff of one agreement; empty when there is none.
    public static Optional<String> any(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select tariff from service_agreement order by reference limit 1")) {
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
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
