package org.taswiya.store.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What a webhook was called for.
public final class WebhookCalls {
    private WebhookCalls() {}

    /// A call.
    ///
    /// @param again whether the event was wanted again
    /// @param status null where nobody answered
    public record StoredCall(
            long id,
            long event,
            String kind,
            String reference,
            boolean again,
            Instant at,
            String outcome,
            @Nullable Integer status) {}

    /// The newest first.
    ///
    /// @param before only those before this one
    public static List<StoredCall> newest(Database database, long webhook, long before, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.id, a.event, e.kind, e.reference, a.again is not null as again, a.at, a.outcome,
                               a.status
                        from webhook_attempt a join webhook_event e on e.id = a.event
                        where a.webhook = ? and a.id < ? order by a.id desc limit ?""")) {
            query.setLong(1, webhook);
            query.setLong(2, before);
            query.setInt(3, most);
            return Rows.list(
                    query,
                    row -> new StoredCall(
                            row.getLong("id"),
                            row.getLong("event"),
                            row.getString("kind"),
                            row.getString("reference"),
                            row.getBoolean("again"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("outcome"),
                            row.getObject("status", Integer.class)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Has an event told once more, beside those in their turn.
    ///
    /// @return whether it is one that this webhook was called for
    public static boolean again(Connection connection, long webhook, long event, long change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select exists (select from webhook_attempt where webhook = ? and event = ?)")) {
            query.setLong(1, webhook);
            query.setLong(2, event);
            if (!Rows.list(query, row -> row.getBoolean(1)).getFirst()) {
                return false;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into webhook_again values (?, ?, ?, ?)")) {
            insert.setLong(1, WebhookRows.next(connection, "webhook_again"));
            insert.setLong(2, webhook);
            insert.setLong(3, event);
            insert.setLong(4, change);
            insert.executeUpdate();
            return true;
        }
    }
}
