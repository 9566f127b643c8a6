package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// How accounts are reached.
public final class Contacts {
    private Contacts() {}

    /// What became of it.
    ///
    /// @param isNew whether it was written; else it held so before
    /// @param now what holds
    public record Told(boolean isNew, ContactSet now) {}

    /// Writes down how an account is reached from a day on, in place of all that was known; where something was, the
    /// old addresses and the new ones are told.
    ///
    /// @param language null for that of the customer
    /// @return empty when there is no such account
    public static Optional<Told> set(
            Database database,
            String account,
            ChannelLadder ladder,
            @Nullable Language language,
            LocalDate since,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Optional<Language> ofCustomer = languageOf(connection, account);
            if (ofCustomer.isEmpty()) {
                return new Done<>(Optional.empty(), false);
            }
            ContactSet told = new ContactSet(account, ladder, language == null ? ofCustomer.get() : language, since);
            Told answer = write(connection, told, change, why.at());
            return new Done<>(Optional.of(answer), answer.isNew());
        });
    }

    /// Has an account reached by one address more, from a day on, in a transaction of the caller: it takes the place of
    /// the one of its channel, or comes last.
    public static Told reach(
            Connection connection, String account, Contact contact, LocalDate on, long change, Instant at)
            throws SQLException {
        Optional<ContactSet> held = on(connection, account, on);
        List<Contact> rungs =
                new ArrayList<>(held.map(one -> one.ladder().rungs()).orElse(List.of()));
        rungs.replaceAll(rung -> rung.channel() == contact.channel() ? contact : rung);
        if (!rungs.contains(contact)) {
            rungs.add(contact);
        }
        Language language = held.isPresent()
                ? held.get().language()
                : languageOf(connection, account).orElseThrow();
        return write(connection, new ContactSet(account, new ChannelLadder(rungs), language, on), change, at);
    }

    /// Writes down all of how an account is reached, in a transaction of the caller.
    public static Told write(Connection connection, ContactSet told, long change, Instant at) throws SQLException {
        Optional<ContactSet> held = on(connection, told.account(), told.since());
        if (held.isPresent() && isSame(held.get(), told)) {
            return new Told(false, held.get());
        }
        insert(connection, told, change);
        if (held.isPresent()) {
            ContactChanges.tell(connection, held.get(), told, change, at);
        }
        return new Told(true, told);
    }

    /// The name of an account's customer, in the letters of a language where it is known in them.
    public static String nameOf(Connection connection, String account, Language language) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select c.arabic_name, c.latin_name
                        from customer_account a join customer c on c.reference = a.customer
                        where a.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(
                            query,
                            row -> language == Language.AR
                                    ? first(row.getString(1), row.getString(2))
                                    : first(row.getString(2), row.getString(1)))
                    .getFirst();
        }
    }

    private static String first(String preferred, String other) {
        return preferred.isBlank() ? other : preferred;
    }

    static boolean isAccount(Connection connection, String account) throws SQLException {
        return languageOf(connection, account).isPresent();
    }

    private static boolean isSame(ContactSet held, ContactSet told) {
        return held.ladder().equals(told.ladder()) && held.language() == told.language();
    }

    static Optional<Language> languageOf(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.language::text from customer_account a join customer c on c.reference = a.customer
                where a.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(query, row -> language(row.getString(1))).stream().findFirst();
        }
    }

    static Language language(String code) {
        return Language.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static void insert(Connection connection, ContactSet told, long change) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into contact_set values (?, ?, ?::customer_language, ?)")) {
            insert.setString(1, told.account());
            insert.setLong(2, change);
            insert.setString(3, told.language().code());
            insert.setObject(4, told.since());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into contact values (?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (Contact contact : told.ladder().rungs()) {
                insert.setString(1, told.account());
                insert.setLong(2, change);
                insert.setInt(3, ++ordinal);
                insert.setString(4, contact.channel().code());
                insert.setString(5, contact.address());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The accounts of some agreements of whom nobody knows by now a telephone number or an e-mail address that works.
    public static Set<String> unknown(Connection connection, List<String> agreements) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct a.account from service_agreement a
                where a.reference = any(?) and not exists (
                    select from contacts_on(a.account, 'infinity') c where c.channel in ('sms', 'email'))""")) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            return new HashSet<>(Rows.list(query, row -> row.getString(1)));
        }
    }

    /// How an account is reached on a day; empty when nobody has ever said.
    public static Optional<ContactSet> on(Database database, String account, LocalDate on) {
        try (Connection connection = database.connect()) {
            return on(connection, account, on);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<ContactSet> on(Connection connection, String account, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select language::text, since from contact_set where account = ? and since <= ?
                order by since desc, change desc limit 1""")) {
            query.setString(1, account);
            query.setObject(2, on);
            ChannelLadder ladder = ladder(connection, account, on);
            return Rows.list(
                            query,
                            row -> new ContactSet(
                                    account, ladder, language(row.getString("language")), Rows.date(row, "since")))
                    .stream()
                    .findFirst();
        }
    }

    private static ChannelLadder ladder(Connection connection, String account, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select channel, address from contacts_on(?, ?)")) {
            query.setString(1, account);
            query.setObject(2, on);
            List<Contact> rungs = Rows.list(
                    query,
                    row -> new Contact(
                            Channel.ofCode(row.getString("channel")).orElseThrow(), row.getString("address")));
            return new ChannelLadder(rungs);
        }
    }
}
