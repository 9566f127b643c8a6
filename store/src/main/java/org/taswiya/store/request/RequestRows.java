package org.taswiya.store.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestStep;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.request.StoredRequest.Step;

/// Requests as rows.
final class RequestRows {
    private static final String SELECT =
            "select r.*, c.author from service_request r join change c on c.id = r.change ";

    private RequestRows() {}

    static Optional<StoredRequest> byId(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where r.id = ?")) {
            query.setLong(1, id);
            return stored(connection, query).stream().findFirst();
        }
    }

    static List<StoredRequest> ofAccount(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where r.account = ? order by r.id")) {
            query.setString(1, account);
            return stored(connection, query);
        }
    }

    static List<StoredRequest> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "order by r.id")) {
            return stored(connection, query);
        }
    }

    private static List<StoredRequest> stored(Connection connection, PreparedStatement query) throws SQLException {
        List<StoredRequest> bare = Rows.list(query, row -> request(row));
        List<Long> ids = bare.stream().map(StoredRequest::id).toList();
        Map<Long, List<Step>> steps = steps(connection, ids);
        Map<Long, List<RequestFile.Kept>> files = RequestFiles.of(connection, ids);
        List<StoredRequest> whole = new ArrayList<>();
        for (StoredRequest one : bare) {
            whole.add(new StoredRequest(
                    one.id(),
                    one.account(),
                    one.kind(),
                    one.channel(),
                    one.said(),
                    one.openedOn(),
                    one.firstAnswerBy(),
                    one.author(),
                    steps.getOrDefault(one.id(), List.of()),
                    files.getOrDefault(one.id(), List.of())));
        }
        return whole;
    }

    private static StoredRequest request(ResultSet row) throws SQLException {
        return new StoredRequest(
                row.getLong("id"),
                row.getString("account"),
                row.getString("kind"),
                RequestChannel.ofCode(row.getString("channel")).orElseThrow(),
                row.getString("said"),
                Rows.date(row, "opened_on"),
                Rows.date(row, "answer_by"),
                row.getString("author"),
                List.of(),
                List.of());
    }

    private static Map<Long, List<Step>> steps(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, List<Step>> steps = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select s.*, c.author, c.made_at from service_request_step s join change c on c.id = s.change
                where s.request = any(?) order by s.request, s.ordinal""")) {
            query.setArray(1, SqlArrays.numbers(connection, ids));
            Rows.each(
                    query,
                    row -> steps.computeIfAbsent(row.getLong("request"), _ -> new ArrayList<>())
                            .add(step(row)));
        }
        return steps;
    }

    private static Step step(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new Step(
                RequestStep.ofCode(row.getString("step")).orElseThrow(),
                Rows.date(row, "on_day"),
                row.getString("letter"),
                language == null ? null : Language.valueOf(language.toUpperCase(Locale.ROOT)),
                row.getString("said"),
                Rows.dateOrNull(row, "answer_by"),
                row.getString("author"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    /// @return its number
    static long insert(Connection connection, Requests.Opened opened, LocalDate on, LocalDate answerBy, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into service_request
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? from service_request returning id""")) {
            insert.setString(1, opened.account());
            insert.setString(2, opened.kind());
            insert.setString(3, opened.channel().code());
            insert.setString(4, opened.said());
            insert.setObject(5, on);
            insert.setObject(6, answerBy);
            insert.setLong(7, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// The next step of one that has so many.
    static void insert(Connection connection, long request, int before, Step step, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into service_request_step values (?, ?, ?, ?, ?, ?::customer_language, ?, ?, ?)")) {
            @Nullable Language language = step.language();
            insert.setLong(1, request);
            insert.setInt(2, before + 1);
            insert.setString(3, step.step().code());
            insert.setObject(4, step.on());
            insert.setString(5, step.letter());
            insert.setString(6, language == null ? null : language.code());
            insert.setString(7, step.said());
            insert.setObject(8, step.answerBy());
            insert.setLong(9, change);
            insert.executeUpdate();
        }
    }
}
