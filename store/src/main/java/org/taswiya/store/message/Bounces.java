package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.DeliveryStatus;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// What mail systems report of e-mails that they had taken. A report is a receipt like any other, its handle the
/// Message-ID; when it says that nobody is at the address, the customer's next message goes by another way.
public final class Bounces {
    /// Under which the Message-IDs of e-mails are kept, whatever server has them.
    public static final String GATEWAY = "smtp";

    private static final String REFUSED_BY = "sender";

    /// Only what was said before the e-mail went out: of an address that somebody has named since, it says nothing.
    private static final String SAID_BEFORE = """
            from contact c join change s on s.id = c.change
            where c.account = ? and c.channel = ? and c.address = ? and s.made_at <= (%s)
                and not exists (select from contact_bounce b
                                where b.account = c.account and b.contact_change = c.change
                                    and b.ordinal = c.ordinal)""";

    private static final String WENT_OUT =
            "select a.at from message_attempt a where a.message = ? and a.attempt = ?" + " and a.event = 'begun'";

    private Bounces() {}

    /// What came of a report.
    public sealed interface Answer {
        /// No e-mail with that Message-ID went out.
        record Unknown(String identification) implements Answer {}

        /// The e-mail went to another address than the report knows.
        record OtherRecipient(StoredMessage message) implements Answer {}

        /// It is in the books.
        ///
        /// @param isNew whether it had not come before
        /// @param failed whether it has failed the message
        /// @param next where that goes in its place; null when nowhere else
        /// @param isUnreachable whether the address is used no more
        record Taken(
                StoredMessage message,
                boolean isNew,
                boolean failed,
                @Nullable Contact next,
                boolean isUnreachable) implements Answer {}
    }

    /// A rung that is passed over.
    ///
    /// @param message that came back from there
    /// @param at when that was read
    public record Unreachable(String account, Contact contact, long message, String said, Instant at) {}

    /// Takes one.
    public static Answer take(Database database, DeliveryStatus line, Change why) {
        Receipt receipt = receipt(line);
        Optional<StoredMessage> found = messageOf(database, receipt);
        if (found.isEmpty()) {
            return new Answer.Unknown(line.identification());
        }
        StoredMessage message = found.get();
        if (!line.isOf(message.contact().address())) {
            return new Answer.OtherRecipient(message);
        }
        // first the address: of a report that is there already nothing more is written
        boolean isUnreachable = receipt.state() == ReceiptState.FAILED
                && line.status().isOfAddress()
                && BooksTransaction.make(database, why, false, (connection, change) -> {
                    boolean isMarked = !isThere(connection, receipt) && mark(connection, message, receipt, change) > 0;
                    return new Done<>(isMarked, isMarked);
                });
        Receipts.Taken taken = Receipts.take(database, receipt, why.at());
        return new Answer.Taken(message, taken.isNew(), taken.failed(), taken.next(), isUnreachable);
    }

    private static Receipt receipt(DeliveryStatus line) {
        ReceiptState state = switch (line.action()) {
            case FAILED -> ReceiptState.FAILED;
            case DELAYED -> ReceiptState.UNDERWAY;
            case DELIVERED -> ReceiptState.DELIVERED;
            case RELAYED, EXPANDED -> ReceiptState.UNKNOWN;
        };
        return new Receipt(GATEWAY, line.identification(), state, (line.status() + " " + line.said()).strip());
    }

    private static Optional<StoredMessage> messageOf(Database database, Receipt receipt) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select " + MessageRows.COLUMNS + """
                         from message m join message_handle h on h.message = m.id
                        where h.gateway = ? and h.handle = ? order by m.id desc limit 1""")) {
            query.setString(1, receipt.gateway());
            query.setString(2, receipt.handle());
            return Rows.list(query, MessageRows::message).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static boolean isThere(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select from message_receipt where gateway = ? and handle = ? and state = ? and said = ?")) {
            query.setString(1, receipt.gateway());
            query.setString(2, receipt.handle());
            query.setString(3, receipt.state().code());
            query.setString(4, receipt.said());
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    private static int mark(Connection connection, StoredMessage message, Receipt receipt, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("""
                insert into contact_bounce (account, contact_change, ordinal, message, said, change)
                select c.account, c.change, c.ordinal, ?, ?, ?
                """ + SAID_BEFORE.formatted("""
                        select max(a.at) from message_handle h
                        join message_attempt a on a.message = h.message and a.attempt = h.attempt
                        where h.gateway = ? and h.handle = ?""") + " on conflict do nothing")) {
            insert.setLong(1, message.id());
            insert.setString(2, receipt.said());
            insert.setLong(3, change);
            insert.setString(4, message.account());
            insert.setString(5, message.contact().channel().code());
            insert.setString(6, message.contact().address());
            insert.setString(7, receipt.gateway());
            insert.setString(8, receipt.handle());
            return insert.executeUpdate();
        }
    }

    /// The same when the server itself says so on the spot, in the transaction in which the message fails. Without it
    /// the next bill would try the address again.
    ///
    /// @return whether the address is used no more
    static boolean refused(Connection connection, StoredMessage message, int attempt, String said, Instant at)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + SAID_BEFORE.formatted(WENT_OUT))) {
            bind(query, 1, message, attempt);
            if (Rows.list(query, _ -> true).isEmpty()) {
                return false; // so that no change is written down of which nothing follows
            }
        }
        // without what was said: that may name the address, and a reason is not erased with it
        Change why = new Change(at, REFUSED_BY, "message " + message.id() + " was refused: nobody is at the address");
        long change = Changes.record(connection, why);
        try (PreparedStatement insert =
                connection.prepareStatement("""
                insert into contact_bounce (account, contact_change, ordinal, message, said, change)
                select c.account, c.change, c.ordinal, ?, ?, ?
                """ + SAID_BEFORE.formatted(WENT_OUT) + " on conflict do nothing")) {
            insert.setLong(1, message.id());
            insert.setString(2, said);
            insert.setLong(3, change);
            bind(insert, 4, message, attempt);
            return insert.executeUpdate() > 0;
        }
    }

    private static void bind(PreparedStatement statement, int from, StoredMessage message, int attempt)
            throws SQLException {
        statement.setString(from, message.account());
        statement.setString(from + 1, message.contact().channel().code());
        statement.setString(from + 2, message.contact().address());
        statement.setLong(from + 3, message.id());
        statement.setInt(from + 4, attempt);
    }

    /// The rungs that are passed over on a day, of one account or of all.
    ///
    /// @param account null for all
    public static List<Unreachable> unreachable(Database database, @Nullable String account, LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select b.account, c.channel, c.address, b.message, b.said, s.made_at
                        from contact_bounce b
                        join contact c on c.account = b.account and c.change = b.contact_change
                            and c.ordinal = b.ordinal
                        join change s on s.id = b.change
                        where (?::text is null or b.account = ?)
                            and b.contact_change = (select n.change from contact_set n
                                                    where n.account = b.account and n.since <= ?
                                                    order by n.since desc, n.change desc limit 1)
                        order by b.account, b.ordinal""")) {
            query.setString(1, account);
            query.setString(2, account);
            query.setObject(3, on);
            return Rows.list(
                    query,
                    row -> new Unreachable(
                            row.getString("account"),
                            new Contact(
                                    Channel.ofCode(row.getString("channel")).orElseThrow(), row.getString("address")),
                            row.getLong("message"),
                            row.getString("said"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant()));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
