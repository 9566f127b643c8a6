package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.message.OneTimeCodes;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Codes by which a customer signs in: sent to where an account is reached by e-mail or text message, given back once.
///
/// What it answers tells accounts that are there from those that are not, so whoever asks strangers must not pass it
/// on: they are told the same after every [#send], and after every [#give] that is not right.
public final class SignInCodes {
    /// How long a code may be used.
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /// Within this long an account is sent so many codes and no more: nobody may flood a telephone, and each code is
    /// [OneTimeCodes#TRIES] guesses more. All browsers that it was never opened from count as one, each other
    /// by itself.
    public static final Duration WITHIN = Duration.ofMinutes(15);

    public static final int MOST = 4;

    private SignInCodes() {}

    /// What a code that was given came to.
    public sealed interface Given {
        /// Whoever gave it may sign in; it is used up.
        record Right() implements Given {}

        /// @param left how many tries are left
        record Wrong(int left) implements Given {}

        /// No code was sent that could still be used.
        record NoneWaits() implements Given {}
    }

    /// Sends a code by the first rung of the account's ladder that is e-mail or text message; the one before it for the
    /// same asker counts no more.
    ///
    /// @param asker where alone it counts
    /// @param code six digits that nobody can guess
    /// @param language of the page on which it was asked for, which whoever asks can read
    /// @return false, and nothing is written, when there is no such account, when it is reached by neither, and when
    ///     it has been sent as many as it may be; the one before counts on then
    public static boolean send(
            Database database, String account, Asker asker, String code, Language language, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (!isAccount(connection, account) || isFlooded(connection, account, asker, why.at())) {
                return new Done<>(false, false);
            }
            String key = "S" + insert(connection, account, asker, code, why.at(), change);
            Announcement told = new Announcement.SignInCode(code, (int) GOOD_FOR.toMinutes());
            Announcements.write(connection, List.of(new Due(key, account, told)), change);
            Cause cause = new Cause(Cause.Kind.SIGN_IN_CODE, key);
            LocalDate on = LocalDate.ofInstant(why.at(), ZoneOffset.UTC);
            boolean isReached = Announcements.queue(connection, cause, language, change, on, why.at()) > 0;
            return new Done<>(isReached, isReached);
        });
    }

    private static boolean isAccount(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from customer_account where reference = ?")) {
            query.setString(1, account);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    /// Whether the last but so many was sent not long ago.
    private static boolean isFlooded(Connection connection, String account, Asker asker, Instant at)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select h.made_at > ? from sign_in_code c join change h on h.id = c.change
                where c.account = ? and case when ? then c.asker = ? else not c.is_known end
                order by c.id desc offset ? limit 1""")) {
            query.setObject(1, at.minus(WITHIN).atOffset(ZoneOffset.UTC));
            query.setString(2, account);
            query.setBoolean(3, asker.isKnown());
            query.setString(4, asker.name());
            query.setInt(5, MOST - 1);
            return Rows.list(query, row -> row.getBoolean(1)).contains(true);
        }
    }

    private static long insert(Connection connection, String account, Asker asker, String code, Instant at, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sign_in_code
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from sign_in_code returning id""")) {
            insert.setString(1, account);
            insert.setString(2, code);
            insert.setObject(3, at.plus(GOOD_FOR).atOffset(ZoneOffset.UTC));
            insert.setLong(4, change);
            insert.setString(5, asker.name());
            insert.setBoolean(6, asker.isKnown());
            return Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
    }

    /// Takes a code that somebody gives, and that was sent for them. A wrong one is written down too, so that nobody
    /// can go on guessing.
    public static Given give(Database database, String account, Asker asker, String code, Change why) {
        OneTimeCodes.Sent sent = new OneTimeCodes.Sent.ForSignIn(account, asker.name());
        return BooksTransaction.make(database, why, false, (connection, change) -> switch (OneTimeCodes.give(
                connection, sent, code, why.at(), change)) {
            case OneTimeCodes.Given.Right _ -> new Done<>(new Given.Right(), true);
            case OneTimeCodes.Given.Wrong(int left) -> new Done<>(new Given.Wrong(left), true);
            case OneTimeCodes.Given.NoneWaits _ -> new Done<>(new Given.NoneWaits(), false);
        });
    }
}
