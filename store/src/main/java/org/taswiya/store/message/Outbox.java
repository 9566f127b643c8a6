package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Contact;

/// Writes messages, in the transaction of what they tell of: either both stand or neither.
public final class Outbox {
    private Outbox() {}

    /// What is to be told.
    public record Told(Cause cause, String account, Contact contact, Language language) {}

    /// Queues messages; of one that the same cause has given by the same channel before nothing is written.
    ///
    /// @param change that brought them
    /// @return how many are new
    public static int queue(Connection connection, List<Told> all, Instant at, long change) throws SQLException {
        int queued = 0;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,
                                     not_before, attempts, queued_at, change)
                values (?, ?, ?, ?, ?::customer_language, ?, ?, ?, 'queued', ?, 0, ?, ?)
                on conflict do nothing""")) {
            for (Told told : all) {
                insert.setString(1, told.cause().kind().code());
                insert.setString(2, told.cause().key());
                insert.setString(3, told.account());
                insert.setString(4, told.contact().channel().code());
                insert.setString(5, told.language().code());
                insert.setString(6, told.contact().address());
                insert.setInt(7, told.cause().kind().priority());
                insert.setString(
                        8,
                        told.cause().messageKey(told.account(), told.contact().channel()));
                insert.setObject(9, at.atOffset(ZoneOffset.UTC));
                insert.setObject(10, at.atOffset(ZoneOffset.UTC));
                insert.setLong(11, change);
                insert.addBatch();
            }
            for (int count : insert.executeBatch()) {
                queued += Math.max(count, 0);
            }
        }
        return queued;
    }
}
