package org.taswiya.store.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.request.RequestFile.Kept;
import org.taswiya.store.request.RequestFile.Kind;

/// Files of requests as rows.
public final class RequestFiles {
    private RequestFiles() {}

    /// One of a request; empty where there is none, or none that may be seen.
    public static Optional<RequestFile> find(Database database, long request, int ordinal) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select kind, content from request_file where request = ? and ordinal = ?")) {
            query.setLong(1, request);
            query.setInt(2, ordinal);
            return Rows.list(query, row -> new RequestFile(Kind.ofCode(row.getString("kind")), row.getBytes("content")))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// By request, in the order in which they came.
    static Map<Long, List<Kept>> of(Connection connection, List<Long> requests) throws SQLException {
        Map<Long, List<Kept>> files = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select request, ordinal, step, kind, length(content) as bytes from request_file
                where request = any(?) order by request, ordinal""")) {
            query.setArray(1, SqlArrays.numbers(connection, requests));
            Rows.each(
                    query,
                    row -> files.computeIfAbsent(row.getLong("request"), _ -> new ArrayList<>())
                            .add(new Kept(
                                    row.getInt("ordinal"),
                                    row.getInt("step"),
                                    Kind.ofCode(row.getString("kind")),
                                    row.getInt("bytes"))));
        }
        return files;
    }

    /// Whether a step came with this file and no other.
    static boolean isThat(Connection connection, long request, int step, @Nullable RequestFile file)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*) filter (where f.content = ?) as same, count(*) as whole from request_file f
                where f.request = ? and f.step = ?""")) {
            query.setBytes(1, file == null ? new byte[0] : file.content());
            query.setLong(2, request);
            query.setInt(3, step);
            int expected = file == null ? 0 : 1;
            return Rows.list(query, row -> row.getInt("same") == expected && row.getInt("whole") == expected)
                    .getFirst();
        }
    }

    static void insert(Connection connection, long request, int step, RequestFile file, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into request_file
                select ?, coalesce(max(ordinal), 0) + 1, ?, ?, ?, ? from request_file where request = ?""")) {
            insert.setLong(1, request);
            insert.setInt(2, step);
            insert.setString(3, file.kind().code());
            insert.setBytes(4, file.content());
            insert.setLong(5, change);
            insert.setLong(6, request);
            insert.executeUpdate();
        }
    }
}
