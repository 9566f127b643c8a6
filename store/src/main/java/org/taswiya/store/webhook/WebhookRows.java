package org.taswiya.store.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.webhook.StoredWebhook.Because;

/// Webhooks as rows.
final class WebhookRows {
    private static final String SELECT = """
            select w.id, w.api_key, k.customer, v.version, v.url, v.kinds, v.is_on, v.because,
                   s.position, s.failures, s.failing_since, s.next_at
            from webhook w
            join api_key k on k.id = w.api_key
            join webhook_state s on s.webhook = w.id
            join lateral (select * from webhook_version v where v.webhook = w.id order by v.version desc limit 1) v
                on true\s""";

    private WebhookRows() {}

    /// What a query takes.
    interface Asked {
        void of(PreparedStatement query) throws SQLException;
    }

    static List<StoredWebhook> list(Connection connection, String where, Asked asked) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
            asked.of(query);
            return Rows.list(query, WebhookRows::webhook);
        }
    }

    static Optional<StoredWebhook> one(Connection connection, long id) throws SQLException {
        return list(connection, "where w.id = ?", query -> query.setLong(1, id)).stream()
                .findFirst();
    }

    private static StoredWebhook webhook(ResultSet row) throws SQLException {
        return new StoredWebhook(
                row.getLong("id"),
                row.getLong("api_key"),
                row.getString("customer"),
                row.getInt("version"),
                row.getString("url"),
                kinds((String[]) row.getArray("kinds").getArray()),
                row.getBoolean("is_on"),
                Because.valueOf(row.getString("because").toUpperCase(Locale.ROOT)),
                row.getLong("position"),
                row.getInt("failures"),
                instantOrNull(row, "failing_since"),
                row.getObject("next_at", OffsetDateTime.class).toInstant());
    }

    private static Set<WebhookKind> kinds(String[] codes) {
        return Arrays.stream(codes)
                .flatMap(code -> WebhookKind.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// What holds of one from now on.
    static void version(
            Connection connection, long webhook, int version, Webhooks.Wanted wanted, Because because, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into webhook_version values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, webhook);
            insert.setInt(2, version);
            insert.setString(3, wanted.url());
            insert.setArray(
                    4,
                    SqlArrays.texts(
                            connection,
                            wanted.kinds().stream()
                                    .map(WebhookKind::code)
                                    .sorted()
                                    .toList()));
            insert.setBoolean(5, wanted.isOn());
            insert.setString(6, because.name().toLowerCase(Locale.ROOT));
            insert.setLong(7, change);
            insert.executeUpdate();
        }
    }

    static long next(Connection connection, String table) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from {table}".replace("{table}", table))) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
