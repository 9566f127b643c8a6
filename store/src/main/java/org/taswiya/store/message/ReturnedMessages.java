package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What follows for the messages of a bill that came back by post, in the transaction in which that is written down.
public final class ReturnedMessages {
    private ReturnedMessages() {}

    /// The address that it went to: that of its message, else the one by which its account was reached by post; null
    /// where nobody had said one.
    public static @Nullable String address(Connection connection, BillNumber bill, String account, LocalDate on)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(
                    (select address from message
                     where cause_kind = 'bill' and cause = ? and account = ? and channel = 'post'),
                    (select address from contacts_on(?, ?) where channel = 'post'))""")) {
            query.setString(1, bill.toString());
            query.setString(2, account);
            query.setString(3, account);
            query.setObject(4, on);
            String address = null;
            for (Optional<String> found : Rows.list(query, row -> Optional.ofNullable(row.getString(1)))) {
                address = found.orElse(null);
            }
            return address;
        }
    }

    /// Fails the bill's message by post and queues the next rung of the ladder that was not tried yet.
    ///
    /// @param said of why it came back
    /// @param isOver whether nobody has to be told any more
    /// @return how the customer is told; null when it is up to the agency, or nobody has to
    public static @Nullable Contact moveOn(
            Connection connection,
            BillNumber bill,
            String account,
            String said,
            boolean isOver,
            Instant at,
            long change)
            throws SQLException {
        Cause cause = new Cause(Cause.Kind.BILL, bill.toString());
        List<StoredMessage> messages = messages(connection, cause, account);
        for (StoredMessage message : messages) {
            if (message.contact().channel() == Channel.POST && message.state() != MessageState.FAILED) {
                fail(connection, message, said, at);
            }
        }
        if (isOver) {
            return null;
        }
        Set<Channel> tried = EnumSet.of(Channel.POST);
        for (StoredMessage message : messages) {
            if (message.contact().channel() != Channel.POST && message.state() != MessageState.FAILED) {
                return message.contact();
            }
            tried.add(message.contact().channel());
        }
        return NextRung.queue(connection, cause, account, tried, at, change);
    }

    private static List<StoredMessage> messages(Connection connection, Cause cause, String account)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + MessageRows.COLUMNS + """
                 from message m where m.cause_kind = ? and m.cause = ? and m.account = ?
                order by m.id for no key update""")) {
            query.setString(1, cause.kind().code());
            query.setString(2, cause.key());
            query.setString(3, account);
            return Rows.list(query, MessageRows::message);
        }
    }

    private static void fail(Connection connection, StoredMessage message, String said, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message_attempt
                select ?, coalesce(max(attempt), 0) + 1, ?, ?, ? from message_attempt where message = ?""")) {
            insert.setLong(1, message.id());
            insert.setString(2, AttemptEvent.REFUSED.code());
            insert.setString(3, said);
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setLong(5, message.id());
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement("""
                update message set state = 'failed', attempts = attempts + 1, sent_at = null, paused_by = null
                where id = ?""")) {
            update.setLong(1, message.id());
            update.executeUpdate();
        }
    }

    /// Messages by post of bills that are printed now: they have gone out.
    ///
    /// @param serials of the bills
    /// @return how many there were
    public static int printed(Connection connection, List<Long> serials, String said, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with sent as (
                    update message m set state = 'sent', attempts = attempts + 1, sent_at = ?
                    from unnest(?::bigint[]) as b(serial)
                    where m.cause_kind = 'bill' and m.cause = bill_number(b.serial) and m.channel = 'post'
                        and m.state = 'queued'
                    returning m.id)
                insert into message_attempt
                select s.id, coalesce((select max(a.attempt) from message_attempt a where a.message = s.id), 0) + 1,
                       ?, ?, ?
                from sent s""")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setArray(2, SqlArrays.numbers(connection, serials));
            update.setString(3, AttemptEvent.ACCEPTED.code());
            update.setString(4, said);
            update.setObject(5, at.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }
}
