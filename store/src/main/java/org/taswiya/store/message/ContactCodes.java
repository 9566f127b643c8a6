package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
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

/// Codes by which somebody shows that a telephone or an e-mail address is theirs, before an account is reached by it.
public final class ContactCodes {
    /// How long a code may be used.
    public static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private ContactCodes() {}

    /// What a code that was given came to.
    public sealed interface Given {
        /// The account is reached by that address now.
        record Right(ContactSet now) implements Given {}

        /// @param left how many tries are left
        record Wrong(int left) implements Given {}

        /// No code was sent that could still be used.
        record NoneWaits() implements Given {}
    }

    /// Sends a code to an address; the one before it counts no more.
    ///
    /// @param code six digits that nobody can guess
    /// @param language null for that in which the account is told everything else
    /// @return false when there is no such account
    public static boolean send(
            Database database, String account, Contact to, String code, @Nullable Language language, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isSent = send(connection, account, to, code, language, why.at(), change);
            return new Done<>(isSent, isSent);
        });
    }

    /// The same in a transaction of the caller's.
    public static boolean send(
            Connection connection,
            String account,
            Contact to,
            String code,
            @Nullable Language language,
            Instant at,
            long change)
            throws SQLException {
        Optional<Language> ofCustomer = Contacts.languageOf(connection, account);
        if (ofCustomer.isEmpty()) {
            return false;
        }
        long id = insert(connection, account, to, code, at, change);
        String key = "K" + id;
        Announcement told = new Announcement.ContactCode(code, (int) GOOD_FOR.toMinutes());
        Announcements.write(connection, List.of(new Due(key, account, told)), change);
        Outbox.Told message = new Outbox.Told(
                new Cause(Cause.Kind.CONTACT_CODE, key), account, to, language == null ? ofCustomer.get() : language);
        Outbox.queue(connection, List.of(message), at, change);
        return true;
    }

    private static long insert(Connection connection, String account, Contact to, String code, Instant at, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into contact_code
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from contact_code returning id""")) {
            insert.setString(1, account);
            insert.setString(2, to.channel().code());
            insert.setString(3, to.address());
            insert.setString(4, code);
            insert.setObject(5, at.plus(GOOD_FOR).atOffset(ZoneOffset.UTC));
            insert.setLong(6, change);
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// Takes a code that somebody gives. A wrong one is written down too, so that nobody can go on guessing.
    public static Given give(Database database, String account, String code, LocalDate on, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Given given = give(connection, account, code, on, why.at(), change);
            return new Done<>(given, !(given instanceof Given.NoneWaits));
        });
    }

    /// The same in a transaction of the caller's.
    public static Given give(Connection connection, String account, String code, LocalDate on, Instant at, long change)
            throws SQLException {
        return switch (OneTimeCodes.give(connection, new OneTimeCodes.Sent.ForContact(account), code, at, change)) {
            case OneTimeCodes.Given.Right(long id) ->
                new Given.Right(Contacts.reach(connection, account, contactOf(connection, id), on, change, at)
                        .now());
            case OneTimeCodes.Given.Wrong(int left) -> new Given.Wrong(left);
            case OneTimeCodes.Given.NoneWaits _ -> new Given.NoneWaits();
        };
    }

    private static Contact contactOf(Connection connection, long id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select channel, address from contact_code where id = ?")) {
            query.setLong(1, id);
            return Rows.list(
                            query,
                            row -> new Contact(Channel.ofCode(row.getString(1)).orElseThrow(), row.getString(2)))
                    .getFirst();
        }
    }

    /// Which addresses of an account were confirmed by a code.
    public static Set<String> confirmed(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select c.address from contact_code c join contact_code_try t on t.contact_code = c.id
                        where c.account = ? and t.is_right""")) {
            query.setString(1, account);
            return new TreeSet<>(Rows.list(query, row -> row.getString(1)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
