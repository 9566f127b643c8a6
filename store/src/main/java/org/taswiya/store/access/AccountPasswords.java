package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.SignInNews;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.EveryAddress;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Passwords of accounts, as they were hashed; how is not known here. What is told to strangers must not depend on
/// whether there is one.
public final class AccountPasswords {
    /// What is kept where there is none any more.
    private static final String NONE = "[...]";

    private AccountPasswords() {}

    /// Empty where there is no such account, and where it has no password.
    public static Optional<String> of(Database database, String account) {
        try (Connection connection = database.connect()) {
            return of(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Optional<String> of(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select hash from account_password where account = ? order by change desc limit 1")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getString(1)).stream()
                    .filter(hash -> !hash.equals(NONE))
                    .findFirst();
        }
    }

    /// Sets it, or changes it, and tells the holder at every address of theirs.
    public static void set(Database database, String account, String hash, Change why) {
        BooksTransaction.make(database, why, false, (connection, change) -> {
            SignInNews news =
                    of(connection, account).isPresent() ? SignInNews.PASSWORD_CHANGED : SignInNews.PASSWORD_SET;
            insert(connection, account, hash, change);
            tell(connection, account, news, why.at(), change);
            return new Done<>(news, true);
        });
    }

    /// @return false, and nothing is written, where there is none
    public static boolean end(Database database, String account, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (of(connection, account).isEmpty()) {
                return new Done<>(false, false);
            }
            insert(connection, account, NONE, change);
            tell(connection, account, SignInNews.PASSWORD_ENDED, why.at(), change);
            return new Done<>(true, true);
        });
    }

    /// The same password hashed anew, unless it was changed meanwhile. Nobody is told: nothing is otherwise for them.
    public static void hashAnew(Database database, String account, String before, String after, Change why) {
        BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isSame = of(connection, account).filter(before::equals).isPresent();
            if (isSame) {
                insert(connection, account, after, change);
            }
            return new Done<>(isSame, isSame);
        });
    }

    private static void insert(Connection connection, String account, String hash, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into account_password values (?, ?, ?)")) {
            insert.setString(1, account);
            insert.setLong(2, change);
            insert.setString(3, hash);
            insert.executeUpdate();
        }
    }

    /// That it was changed how a holder signs in: other sessions of theirs are over with it, and they are told at every
    /// address of theirs.
    static void tell(Connection connection, String account, SignInNews news, Instant at, long change)
            throws SQLException {
        endSessions(connection, account, change);
        LocalDate on = LocalDate.ofInstant(at, ZoneOffset.UTC);
        EveryAddress.tell(connection, account, "W" + change, new Announcement.SignInChange(on, news), at, change);
    }

    private static void endSessions(Connection connection, String account, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sign_in_change select customer, ? from customer_account where reference = ?")) {
            insert.setLong(1, change);
            insert.setString(2, account);
            insert.executeUpdate();
        }
    }

    /// Names of the holder, which others know too: no password is made of them.
    public static List<String> namesOf(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select c.arabic_name, c.latin_name
                        from customer_account a join customer c on c.reference = a.customer
                        where a.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(query, row -> Stream.of(row.getString(1), row.getString(2))).stream()
                    .flatMap(names -> names)
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
