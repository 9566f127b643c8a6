package org.taswiya.store.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.taswiya.store.Rows;

/// Has a request that comes again, because its answer was lost, do nothing and be answered as the first time.
///
/// Asked and kept in the transaction of what the request does: after a kill both are there, or neither. Only what has
/// written something is kept: a request that was refused may be put right under the same name.
public final class Once {
    private Once() {}

    /// A request under the name that its program gives it.
    ///
    /// @param digest of all that it says
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
    public record Request(ApiKey key, String name, byte[] digest, Instant at) {}

    /// What is known of a name.
    public sealed interface Found {
        /// Nothing: it is to be done.
        record New() implements Found {}

        /// It was done, and answered so.
        record Done(int status, String answer) implements Found {}

        /// Something else was done under that name.
        record Other() implements Found {}
    }

    /// Whoever asks for the same name meanwhile waits until this transaction ends.
    public static Found look(Connection connection, Request request) throws SQLException {
        lock(connection, request);
        try (PreparedStatement query = connection.prepareStatement(
                "select digest, status, answer from api_once where api_key = ? and name = ?")) {
            query.setLong(1, request.key().id());
            query.setString(2, request.name());
            List<Found> found = Rows.list(
                    query,
                    row -> Arrays.equals(row.getBytes("digest"), request.digest())
                            ? new Found.Done(row.getInt("status"), row.getString("answer"))
                            : new Found.Other());
            return found.isEmpty() ? new Found.New() : found.getFirst();
        }
    }

    private static void lock(Connection connection, Request request) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "api_once/" + request.key().id() + "/" + request.name());
            lock.execute();
        }
    }

    /// @param answer references, figures and codes, no words that anybody typed
    public static void keep(Connection connection, Request request, int status, String answer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into api_once values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, request.key().id());
            insert.setString(2, request.name());
            insert.setBytes(3, request.digest());
            insert.setInt(4, status);
            insert.setString(5, answer);
            insert.setObject(6, request.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
