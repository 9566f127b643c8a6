package org.taswiya.store.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.core.message.ReceiptState;

/// Messages as rows.
final class MessageRows {
    static final String COLUMNS = """
            m.id, m.cause_kind, m.cause, m.account, m.language::text, m.channel, m.address, m.key, m.state,
            m.not_before, m.attempts, m.queued_at, m.sent_at""";

    private MessageRows() {}

    static StoredMessage message(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getLong("id"),
                new Cause(Cause.Kind.ofCode(row.getString("cause_kind")).orElseThrow(), row.getString("cause")),
                row.getString("account"),
                Contacts.language(row.getString("language")),
                new Contact(Channel.ofCode(row.getString("channel")).orElseThrow(), row.getString("address")),
                row.getString("key"),
                MessageState.ofCode(row.getString("state")).orElseThrow(),
                instant(row, "not_before"),
                row.getInt("attempts"),
                instant(row, "queued_at"),
                instantOrNull(row, "sent_at"));
    }

    static StoredAttempt attempt(ResultSet row) throws SQLException {
        return new StoredAttempt(
                row.getInt("attempt"),
                AttemptEvent.ofCode(row.getString("event")),
                row.getString("said"),
                instant(row, "at"));
    }

    static StoredReceipt receipt(ResultSet row) throws SQLException {
        return new StoredReceipt(
                row.getInt("attempt"),
                row.getInt("part"),
                new Receipt(
                        row.getString("gateway"),
                        row.getString("handle"),
                        ReceiptState.ofCode(row.getString("state")).orElseThrow(),
                        row.getString("said")),
                instant(row, "at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
