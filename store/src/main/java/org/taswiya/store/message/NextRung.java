package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Rows;

/// Queues what a message told by the next channel of its customer's ladder.
final class NextRung {
    private NextRung() {}

    /// In the transaction in which the message failed.
    ///
    /// @return null when no channel is left
    static @Nullable Contact queue(Connection connection, StoredMessage message, Instant at) throws SQLException {
        if (!message.cause().kind().isOfLadder()) {
            return null;
        }
        boolean isOfPage = message.cause().kind() == Cause.Kind.SIGN_IN_CODE; // whose language its asker reads
        return queue(
                connection,
                message.cause(),
                message.account(),
                tried(connection, message),
                isOfPage ? message.language() : null,
                at,
                changeOf(connection, message));
    }

    /// The next of a ladder, whatever told it before.
    ///
    /// @param tried these not
    /// @param change that brings it
    static @Nullable Contact queue(
            Connection connection, Cause cause, String account, Set<Channel> tried, Instant at, long change)
            throws SQLException {
        return queue(connection, cause, account, tried, null, at, change);
    }

    /// @param language null for that of the rung
    private static @Nullable Contact queue(
            Connection connection,
            Cause cause,
            String account,
            Set<Channel> tried,
            @Nullable Language language,
            Instant at,
            long change)
            throws SQLException {
        Rung next = rungs(connection, cause, account, LocalDate.ofInstant(at, ZoneOffset.UTC)).stream()
                .filter(rung -> !tried.contains(rung.contact().channel()))
                .findFirst()
                .orElse(null);
        if (next == null) {
            return null;
        }
        Outbox.Told told =
                new Outbox.Told(cause, account, next.contact(), language == null ? next.language() : language);
        Outbox.queue(connection, List.of(told), at, change);
        return next.contact();
    }

    private record Rung(Contact contact, Language language) {}

    private static List<Rung> rungs(Connection connection, Cause cause, String account, LocalDate on)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select channel, address, language::text from rungs_on(?, ?, ?) order by ordinal")) {
            query.setString(1, account);
            query.setString(2, cause.kind().code());
            query.setObject(3, on);
            return Rows.list(
                    query,
                    row -> new Rung(
                            new Contact(Channel.ofCode(row.getString(1)).orElseThrow(), row.getString(2)),
                            Contacts.language(row.getString(3))));
        }
    }

    private static Set<Channel> tried(Connection connection, StoredMessage message) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select channel from message where cause_kind = ? and cause = ? and account = ?")) {
            query.setString(1, message.cause().kind().code());
            query.setString(2, message.cause().key());
            query.setString(3, message.account());
            Set<Channel> tried = EnumSet.noneOf(Channel.class);
            Rows.each(query, row -> tried.add(Channel.ofCode(row.getString(1)).orElseThrow()));
            return tried;
        }
    }

    private static long changeOf(Connection connection, StoredMessage message) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select change from message where id = ?")) {
            query.setLong(1, message.id());
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
