package org.taswiya.store.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.webhook.StoredWebhook.Because;

/// Says where programs want to be called, and of what they are told.
public final class Webhooks {
    /// That are on, of one key: a program has few reasons for more, and each one costs a call for each event.
    public static final int ON_MOST = 10;

    private static final String OPENED = "(?::text is null or k.customer = ?)";

    private Webhooks() {}

    /// What a program wants.
    public record Wanted(String url, Set<WebhookKind> kinds, boolean isOn) {
        public Wanted {
            kinds = Set.copyOf(kinds);
        }
    }

    /// Those that a key may see and that have not ended: also what other keys of the same customer have registered, so
    /// that a program can change its key.
    public static List<StoredWebhook> list(Database database, ApiKey key) {
        try (Connection connection = database.connect()) {
            String seen = "where v.because <> 'ended' and " + OPENED + " order by w.id";
            return WebhookRows.list(connection, seen, query -> {
                query.setString(1, key.customer());
                query.setString(2, key.customer());
            });
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<StoredWebhook> find(Database database, ApiKey key, long id) {
        try (Connection connection = database.connect()) {
            return find(connection, key, id);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<StoredWebhook> find(Connection connection, ApiKey key, long id) throws SQLException {
        return WebhookRows.list(connection, "where " + OPENED + " and w.id = ?", query -> {
                    query.setString(1, key.customer());
                    query.setString(2, key.customer());
                    query.setLong(3, id);
                })
                .stream()
                .findFirst();
    }

    /// Registers one. It is told what happens from now on.
    ///
    /// @param sealing by which its secret is kept
    /// @return empty when the key has as many as it may have
    public static Optional<StoredWebhook> add(
            Connection connection, ApiKey key, Wanted wanted, StaffKey sealing, Instant now, long change)
            throws SQLException {
        if (on(connection, key.id(), 0) >= ON_MOST) {
            return Optional.empty();
        }
        long last = WebhookEvents.find(connection);
        long id = WebhookRows.next(connection, "webhook");
        try (PreparedStatement insert = connection.prepareStatement("insert into webhook values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, key.id());
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        WebhookRows.version(connection, id, 1, wanted, Because.ASKED, change);
        WebhookSecrets.add(connection, id, sealing, false, now, change);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into webhook_state values (?, ?, 0, null, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, last);
            insert.setObject(3, WebhookRows.utc(now));
            insert.setObject(4, WebhookRows.utc(now));
            insert.executeUpdate();
        }
        return WebhookRows.one(connection, id);
    }

    /// @param but not counted
    private static long on(Connection connection, long key, long but) throws SQLException {
        return WebhookRows.list(connection, "where w.api_key = ? and w.id <> ? and v.is_on", query -> {
                    query.setLong(1, key);
                    query.setLong(2, but);
                })
                .size();
    }

    /// Says what holds of one from now on. What it missed while it was off it is told then, in its order.
    ///
    /// @return empty when the key has as many as it may have; the same when nothing is another one
    public static Optional<StoredWebhook> set(
            Connection connection, StoredWebhook webhook, Wanted wanted, Instant now, long change) throws SQLException {
        if (wanted.isOn() && on(connection, webhook.key(), webhook.id()) >= ON_MOST) {
            return Optional.empty();
        }
        if (isAs(webhook, wanted)) {
            return Optional.of(webhook);
        }
        WebhookRows.version(connection, webhook.id(), webhook.version() + 1, wanted, Because.ASKED, change);
        try (PreparedStatement update = connection.prepareStatement(
                "update webhook_state set failures = 0, failing_since = null, next_at = ? where webhook = ?")) {
            update.setObject(1, WebhookRows.utc(now));
            update.setLong(2, webhook.id());
            update.executeUpdate();
        }
        return WebhookRows.one(connection, webhook.id());
    }

    /// Ends one for good: it is called no more, and what was not told yet is told to nobody. Once is enough.
    public static StoredWebhook end(Connection connection, StoredWebhook webhook, long change) throws SQLException {
        if (webhook.isEnded()) {
            return webhook;
        }
        Wanted nothing = new Wanted(webhook.url(), webhook.kinds(), false);
        WebhookRows.version(connection, webhook.id(), webhook.version() + 1, nothing, Because.ENDED, change);
        return WebhookRows.one(connection, webhook.id()).orElseThrow();
    }

    /// Whether nothing is to be written.
    public static boolean isAs(StoredWebhook webhook, Wanted wanted) {
        return webhook.isOn() == wanted.isOn()
                && webhook.url().equals(wanted.url())
                && webhook.kinds().equals(wanted.kinds());
    }
}
