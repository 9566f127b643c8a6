package org.taswiya.store.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What keys were used for: written before an answer goes out, and never changed. What was sent and what was answered
/// is not kept.
public final class ApiTrail {
    private ApiTrail() {}

    /// A request.
    ///
    /// @param operation as the description of the API names it; `none` where there is none
    /// @param account whose it was; null where it was nobody's, or of many
    public record Request(Instant at, long key, String operation, @Nullable String account, int status) {}

    public static void write(Database database, Request request) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into api_request (at, api_key, operation, account, status) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, request.at().atOffset(ZoneOffset.UTC));
            insert.setLong(2, request.key());
            insert.setString(3, request.operation());
            insert.setString(4, request.account());
            insert.setInt(5, request.status());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of a key, the newest first.
    public static List<Request> newest(Database database, long key, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select at, api_key, operation, account, status from api_request
                        where api_key = ? order by id desc limit ?""")) {
            query.setLong(1, key);
            query.setInt(2, most);
            return Rows.list(
                    query,
                    row -> new Request(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getLong("api_key"),
                            row.getString("operation"),
                            row.getString("account"),
                            row.getInt("status")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
