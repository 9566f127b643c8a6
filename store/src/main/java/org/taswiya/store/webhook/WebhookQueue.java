package org.taswiya.store.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.webhook.StoredWebhook.Because;

/// Hands a server the events of a webhook, one after the other. It is that server's until it gives it back, or for a
/// while after it was heard of last; what is called and not written down before a kill is called again.
public final class WebhookQueue {
    /// Longer than any call takes.
    public static final Duration CLAIMED = Duration.ofMinutes(1);

    private static final String AUTHOR = "webhooks";

    private static final String DUE = """
            where v.is_on and not exists (select from api_key_revocation r where r.api_key = k.id)
                and s.next_at <= ? and s.claimed_until <= ?
                and (s.position < (select coalesce(max(e.id), 0) from webhook_event e)
                    or exists (select from webhook_again g where g.webhook = w.id
                        and not exists (select from webhook_attempt a where a.again = g.id)))
            order by w.id""";

    private static final String EVENT = "select e.id, e.kind, e.at, e.account, e.reference, e.day";

    /// Of a place is told whoever has a service there, also one that is supplied through a main meter.
    private static final String TURN = EVENT + """
            , null::bigint as again from webhook_event e
            where e.id > ? and e.id <= ? and e.kind = any(?) and (?::text is null or case
                when e.account is not null then exists (
                    select from customer_account c where c.reference = e.account and c.customer = ?)
                else exists (
                    select from outage t
                    join outage_premise o on o.outage = t.id
                    join usage_point u on u.premise = o.premise and u.service = t.service
                    join service_agreement a on a.to_day is null and a.usage_point in (
                        select u.reference union all
                        select m.main from sub_meter_in_force m where m.sub = u.reference)
                    join customer_account c on c.reference = a.account
                    where t.id = e.reference::bigint and c.customer = ?) end)
            order by e.id limit ?""";

    private static final String AGAIN = EVENT + """
            , g.id as again from webhook_again g join webhook_event e on e.id = g.event
            where g.webhook = ? and not exists (select from webhook_attempt a where a.again = g.id)
            order by g.id limit ?""";

    private final Database database;

    public WebhookQueue(Database database) {
        this.database = database;
    }

    /// An event that a webhook is to be told.
    ///
    /// @param again the wish for it; null for one in its turn
    public record Turn(WebhookEvent event, @Nullable Long again) {}

    /// What came of telling it.
    ///
    /// @param status null where nobody answered
    /// @param nextAt when it is called again; null when it was taken
    /// @param off why it is called no more; null for nothing
    public record Told(
            WebhookOutcome outcome,
            @Nullable Integer status,
            Instant at,
            @Nullable Instant nextAt,
            @Nullable Because off) {}

    /// Those for which there may be something.
    public List<Long> due(Instant now) {
        try (Connection connection = database.connect()) {
            return WebhookRows.list(connection, DUE, query -> {
                        query.setObject(1, WebhookRows.utc(now));
                        query.setObject(2, WebhookRows.utc(now));
                    })
                    .stream()
                    .map(StoredWebhook::id)
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @return empty when another server has it
    public Optional<StoredWebhook> claim(long webhook, Instant now) {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update webhook_state set claimed_until = ? where webhook = ? and claimed_until <= ?")) {
            update.setObject(1, WebhookRows.utc(now.plus(CLAIMED)));
            update.setLong(2, webhook);
            update.setObject(3, WebhookRows.utc(now));
            return update.executeUpdate() == 1 ? WebhookRows.one(connection, webhook) : Optional.empty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public void giveBack(long webhook, Instant now) {
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update webhook_state set claimed_until = ? where webhook = ?")) {
            update.setObject(1, WebhookRows.utc(now));
            update.setLong(2, webhook);
            update.executeUpdate();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What it is to be told next, in order: what is wanted again first. What it does not want it is past when this is
    /// empty.
    public List<Turn> next(StoredWebhook webhook, int most) {
        try (Connection connection = database.connect()) {
            List<Turn> turns = new ArrayList<>(again(connection, webhook, most));
            long last = WebhookRows.next(connection, "webhook_event") - 1;
            List<Turn> inOrder = inOrder(connection, webhook, last, most);
            if (inOrder.isEmpty()) {
                pass(connection, webhook.id(), last);
            }
            turns.addAll(inOrder);
            return turns;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Turn> again(Connection connection, StoredWebhook webhook, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(AGAIN)) {
            query.setLong(1, webhook.id());
            query.setInt(2, most);
            return Rows.list(query, WebhookQueue::turn);
        }
    }

    private static List<Turn> inOrder(Connection connection, StoredWebhook webhook, long last, int most)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TURN)) {
            query.setLong(1, webhook.position());
            query.setLong(2, last);
            query.setArray(
                    3,
                    SqlArrays.texts(
                            connection,
                            webhook.kinds().stream().map(WebhookKind::code).toList()));
            query.setString(4, webhook.customer());
            query.setString(5, webhook.customer());
            query.setString(6, webhook.customer());
            query.setInt(7, most);
            return Rows.list(query, WebhookQueue::turn);
        }
    }

    private static Turn turn(ResultSet row) throws SQLException {
        long again = row.getLong("again");
        boolean isInTurn = row.wasNull();
        return new Turn(
                new WebhookEvent(
                        row.getLong("id"),
                        WebhookKind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("reference"),
                        Rows.dateOrNull(row, "day")),
                isInTurn ? null : again);
    }

    private static void pass(Connection connection, long webhook, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update webhook_state set position = greatest(position, ?) where webhook = ?")) {
            update.setLong(1, to);
            update.setLong(2, webhook);
            update.executeUpdate();
        }
    }

    /// Writes down what came of a call.
    public void settle(StoredWebhook webhook, Turn turn, Told told) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            attempt(connection, webhook.id(), turn, told);
            if (turn.again() == null) {
                move(connection, webhook.id(), turn.event().id(), told);
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
        if (told.off() != null) {
            turnOff(webhook.id(), told.off(), told.at());
        }
    }

    private static void attempt(Connection connection, long webhook, Turn turn, Told told) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into webhook_attempt (webhook, event, again, at, outcome, status)
                values (?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, webhook);
            insert.setLong(2, turn.event().id());
            insert.setObject(3, turn.again());
            insert.setObject(4, WebhookRows.utc(told.at()));
            insert.setString(5, told.outcome().code());
            insert.setObject(6, told.status());
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, long webhook, long event, Told told) throws SQLException {
        boolean isTaken = told.outcome() == WebhookOutcome.TAKEN;
        try (PreparedStatement update = connection.prepareStatement(
                isTaken
                        ? "update webhook_state set claimed_until = ?, position = greatest(position, ?), failures = 0,"
                                + " failing_since = null where webhook = ?"
                        : "update webhook_state set claimed_until = ?, next_at = ?, failures = failures + 1,"
                                + " failing_since = coalesce(failing_since, ?) where webhook = ?")) {
            update.setObject(1, WebhookRows.utc(told.at().plus(CLAIMED)));
            if (isTaken) {
                update.setLong(2, event);
                update.setLong(3, webhook);
            } else {
                update.setObject(2, WebhookRows.utc(told.nextAt() == null ? told.at() : told.nextAt()));
                update.setObject(3, WebhookRows.utc(told.at()));
                update.setLong(4, webhook);
            }
            update.executeUpdate();
        }
    }

    /// After a kill before this the next call that fails does so.
    private void turnOff(long id, Because off, Instant at) {
        String reason = off == Because.GONE ? "it is there no more" : "it took nothing for too long";
        BooksTransaction.make(database, new Change(at, AUTHOR, reason), false, (connection, change) -> {
            Optional<StoredWebhook> found = WebhookRows.one(connection, id).filter(StoredWebhook::isOn);
            if (found.isPresent()) {
                StoredWebhook webhook = found.get();
                Webhooks.Wanted wanted = new Webhooks.Wanted(webhook.url(), webhook.kinds(), false);
                WebhookRows.version(connection, id, webhook.version() + 1, wanted, off, change);
            }
            return new BooksTransaction.Done<>(found.isPresent(), found.isPresent());
        });
    }
}
