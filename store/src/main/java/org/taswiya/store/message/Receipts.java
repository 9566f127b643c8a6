package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What gateways report of messages. A report is written down first, whatever it is of, and followed then: whoever is
/// killed in between leaves it to [#follow].
public final class Receipts {
    private Receipts() {}

    /// What came of a report.
    ///
    /// @param isNew whether it had not come before
    /// @param message that it is of; null when no message of that name is known, or none yet
    /// @param failed whether it has failed the message
    /// @param next where it goes in its place; null when nowhere else
    public record Taken(
            boolean isNew,
            @Nullable StoredMessage message,
            boolean failed,
            @Nullable Contact next) {}

    /// Takes a report.
    ///
    /// @param at now
    public static Taken take(Database database, Receipt receipt, Instant at) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            // a sender that settles the message meanwhile either sees this report, or is seen
            lock(connection, receipt.gateway(), List.of(receipt.handle()));
            boolean isNew = insert(connection, receipt, at);
            Optional<Long> message = messageOf(connection, receipt);
            connection.commit();
            if (message.isEmpty()) {
                return new Taken(isNew, null, false, null);
            }
            Taken taken = follow(connection, message.get(), isNew, at);
            connection.commit();
            return taken;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Follows reports that somebody took and could not follow any more.
    ///
    /// @param since when they were taken, at the earliest
    /// @return of how many messages
    public static int follow(Database database, Instant since, Instant at) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            int followed = 0;
            for (long message : unfollowed(connection, since)) {
                followed += follow(connection, message, false, at).failed() ? 1 : 0;
                connection.commit();
            }
            return followed;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Until the end of the transaction, nobody else takes a report of these names or settles a message of them. All in
    /// one order, so that nobody waits in a circle.
    static void lock(Connection connection, String gateway, Collection<String> handles) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("""
                select pg_advisory_xact_lock(key)
                from (select distinct hashtextextended(? || ' ' || handle, 41) as key
                      from unnest(?) handle order by key) k""")) {
            lock.setString(1, gateway);
            lock.setArray(2, SqlArrays.texts(connection, handles));
            lock.execute();
        }
    }

    private static boolean insert(Connection connection, Receipt receipt, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message_receipt (gateway, handle, state, said, at) values (?, ?, ?, ?, ?)
                on conflict do nothing""")) {
            insert.setString(1, receipt.gateway());
            insert.setString(2, receipt.handle());
            insert.setString(3, receipt.state().code());
            insert.setString(4, receipt.said());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /// The youngest, where a gateway has used a name again.
    private static Optional<Long> messageOf(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select message from message_handle where gateway = ? and handle = ?
                order by message desc limit 1""")) {
            query.setString(1, receipt.gateway());
            query.setString(2, receipt.handle());
            return Rows.list(query, row -> row.getLong(1)).stream().findFirst();
        }
    }

    private static Taken follow(Connection connection, long id, boolean isNew, Instant at) throws SQLException {
        StoredMessage message = locked(connection, id);
        if (message.state() != MessageState.SENT || !isFailed(connection, id)) {
            return new Taken(isNew, message, false, null);
        }
        try (PreparedStatement update =
                connection.prepareStatement("update message set state = 'failed', sent_at = null where id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
        return new Taken(isNew, message, true, NextRung.queue(connection, message, at));
    }

    private static StoredMessage locked(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + MessageRows.COLUMNS + " from message m where m.id = ? for no key update")) {
            query.setLong(1, id);
            return Rows.list(query, MessageRows::message).getFirst();
        }
    }

    /// Of which of these messages something is reported already.
    static Set<Long> reported(Connection connection, Collection<Long> messages) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct h.message from message_handle h
                join message_receipt r on r.gateway = h.gateway and r.handle = h.handle
                where h.message = any(?)""")) {
            query.setArray(1, SqlArrays.numbers(connection, messages));
            return new HashSet<>(Rows.list(query, row -> row.getLong(1)));
        }
    }

    /// Whether what was accepted in one attempt did not arrive.
    static boolean isFailed(Connection connection, long message) throws SQLException {
        return switch (fate(connection, message).orElse(ReceiptState.UNDERWAY)) {
            case FAILED, EXPIRED -> true;
            case DELIVERED, UNKNOWN, UNDERWAY -> false;
        };
    }

    /// What all reports of a message come to; empty when there are none.
    static Optional<ReceiptState> fate(Connection connection, long message) throws SQLException {
        List<StoredReceipt> receipts = of(connection, message);
        if (receipts.isEmpty()) {
            return Optional.empty();
        }
        List<ReceiptState> parts = new ArrayList<>();
        for (int part = 1; part <= parts(connection, message); part++) {
            int number = part;
            List<ReceiptState> reported = receipts.stream()
                    .filter(one -> one.part() == number)
                    .map(one -> one.receipt().state())
                    .toList();
            parts.add(ReceiptState.ofAll(reported).orElse(ReceiptState.UNDERWAY));
        }
        return Optional.of(ReceiptState.ofParts(parts));
    }

    private static int parts(Connection connection, long message) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(part), 0) from message_handle where message = ?")) {
            query.setLong(1, message);
            return Rows.list(query, row -> row.getInt(1)).getFirst();
        }
    }

    /// Those of a message, in the order in which they were taken. What is older than the attempt is of a name's former
    /// use.
    static List<StoredReceipt> of(Connection connection, long message) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select h.attempt, h.part, r.gateway, r.handle, r.state, r.said, r.at
                from message_handle h
                join message_attempt a on a.message = h.message and a.attempt = h.attempt and a.event = 'begun'
                join message_receipt r on r.gateway = h.gateway and r.handle = h.handle and r.at >= a.at
                where h.message = ? order by r.id""")) {
            query.setLong(1, message);
            return Rows.list(query, MessageRows::receipt);
        }
    }

    private static List<Long> unfollowed(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct m.id from message_receipt r
                join message_handle h on h.gateway = r.gateway and h.handle = r.handle
                join message m on m.id = h.message
                where r.state in ('failed', 'expired') and r.at >= ? and m.state = 'sent' order by m.id""")) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            return Rows.list(query, row -> row.getLong(1));
        }
    }
}
