package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Addresses that staff write down without a code of the customer's: messages go there, and no code that opens the
/// account, until the customer has given one or a second person stands for it.
public final class ContactsAtOnce {
    private static final String WAITING = """
            select u.account, u.change, u.channel, c.address, h.author, h.reason, h.made_at
            from contact_at_once u
            join contact c on c.account = u.account and c.change = u.change and c.channel = u.channel
            join change h on h.id = u.change
            where is_unproven(u.account, u.channel, c.address) and exists (
                select from contacts_on(u.account, ?) n where n.channel = u.channel and n.address = c.address)
            """;

    private ContactsAtOnce() {}

    /// One that waits for a second person.
    ///
    /// @param change that wrote it down
    /// @param why how the customer has shown who they are
    public record Waiting(String account, long change, Contact contact, String author, String why, LocalDate on) {}

    /// What came of standing for one.
    public enum Answer {
        DONE,
        /// Whoever wrote it down does not stand for it too.
        SAME_PERSON,
        /// It waits no more.
        CHANGED
    }

    /// Has an account reached by one address more, from a day on, that nobody has confirmed; it takes the place of the
    /// one of its channel.
    ///
    /// @return empty when there is no such account
    public static Optional<Contacts.Told> add(
            Database database, String account, Contact contact, LocalDate on, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            if (!Contacts.isAccount(connection, account)) {
                return new Done<>(Optional.empty(), false);
            }
            Contacts.Told answer = reach(connection, account, contact, on, change, why.at());
            return new Done<>(Optional.of(answer), answer.isNew());
        });
    }

    /// The same in a transaction of the caller's. Where no address was known that can be told, a letter goes to the
    /// place that is served.
    public static Contacts.Told reach(
            Connection connection, String account, Contact contact, LocalDate on, long change, Instant at)
            throws SQLException {
        Optional<ContactSet> held = Contacts.on(connection, account, on);
        Contacts.Told told = Contacts.reach(connection, account, contact, on, change, at);
        if (told.isNew()) {
            if (contact.channel() == Channel.EMAIL || contact.channel() == Channel.SMS) { // no code goes by post
                insert(connection, account, change, contact.channel());
            }
            if (held.isEmpty() || held.get().ladder().rungs().isEmpty()) {
                tellByPost(connection, told.now(), change, at);
            }
        }
        return told;
    }

    private static void insert(Connection connection, String account, long change, Channel channel)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into contact_at_once values (?, ?, ?)")) {
            insert.setString(1, account);
            insert.setLong(2, change);
            insert.setString(3, channel.code());
            insert.executeUpdate();
        }
    }

    private static void tellByPost(Connection connection, ContactSet now, long change, Instant at) throws SQLException {
        Optional<Contact> place = place(connection, now.account());
        if (place.isPresent()) {
            String key = "C" + change + "P";
            Announcement told = ContactChanges.of(now);
            Announcements.write(connection, List.of(new Due(key, now.account(), told)), change);
            Cause cause = new Cause(Cause.Kind.CONTACT, key);
            Outbox.Told message = new Outbox.Told(cause, now.account(), place.get(), now.language());
            Outbox.queue(connection, List.of(message), at, change);
        }
    }

    /// Where it is served, or was last.
    private static Optional<Contact> place(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select l.address from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join premise l on l.reference = p.premise
                where a.account = ? order by a.to_day desc nulls first, a.reference limit 1""")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getString(1)).stream()
                    .filter(address -> Channel.POST.fault(address).isEmpty())
                    .map(address -> new Contact(Channel.POST, address))
                    .findFirst();
        }
    }

    /// The first ones first.
    public static List<Waiting> waiting(Database database, LocalDate today, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(WAITING + "order by u.change, u.account, u.channel limit ?")) {
            query.setObject(1, today);
            query.setInt(2, most);
            return Rows.list(query, ContactsAtOnce::waiting);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Instant at = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new Waiting(
                row.getString("account"),
                row.getLong("change"),
                new Contact(Channel.ofCode(row.getString("channel")).orElseThrow(), row.getString("address")),
                row.getString("author"),
                row.getString("reason"),
                LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /// Stands for one, in a transaction of the caller's.
    ///
    /// @param atOnce the change that wrote it down
    /// @param by who does
    public static Answer vouch(
            Connection connection,
            String account,
            long atOnce,
            Channel channel,
            String by,
            LocalDate today,
            long change)
            throws SQLException {
        Optional<Waiting> waits = waits(connection, account, atOnce, channel, today);
        if (waits.isEmpty()) {
            return Answer.CHANGED;
        }
        if (Change.isSamePerson(waits.get().author(), by)) {
            return Answer.SAME_PERSON;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into contact_vouched values (?, ?, ?, ?)")) {
            insert.setString(1, account);
            insert.setLong(2, atOnce);
            insert.setString(3, channel.code());
            insert.setLong(4, change);
            insert.executeUpdate();
        }
        return Answer.DONE;
    }

    /// One of those that wait; empty where it does not, or not any more.
    public static Optional<Waiting> waiting(
            Database database, String account, long atOnce, Channel channel, LocalDate today) {
        try (Connection connection = database.connect()) {
            return waits(connection, account, atOnce, channel, today);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<Waiting> waits(
            Connection connection, String account, long atOnce, Channel channel, LocalDate today) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(WAITING + "and u.account = ? and u.change = ? and u.channel = ?")) {
            query.setObject(1, today);
            query.setString(2, account);
            query.setLong(3, atOnce);
            query.setString(4, channel.code());
            return Rows.list(query, ContactsAtOnce::waiting).stream().findFirst();
        }
    }
}
