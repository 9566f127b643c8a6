package org.taswiya.store.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.taswiya.store.Rows;

/// Codes that are sent and given back: which of them counts, how often it may be tried, that it counts once.
///
/// All of it in the transaction of a caller who has written the change down, as one at a time can: of two who give the
/// same code the second finds it used.
public final class OneTimeCodes {
    /// After so many wrong ones a code counts no more.
    public static final int TRIES = 5;

    private OneTimeCodes() {}

    /// What a code was sent for; each has a table of codes, and one of tries.
    public sealed interface Sent {
        String account();

        /// Somebody shows that an address is theirs.
        record ForContact(String account) implements Sent {}

        /// A customer signs in.
        ///
        /// @param asker where alone it counts
        record ForSignIn(String account, String asker) implements Sent {}

        private String table() {
            return switch (this) {
                case ForContact _ -> "contact_code";
                case ForSignIn _ -> "sign_in_code";
            };
        }
    }

    /// What a code that was given came to.
    public sealed interface Given {
        /// @param id of the code that is used up now
        record Right(long id) implements Given {}

        /// @param left how many tries are left
        record Wrong(int left) implements Given {}

        /// No code was sent that could still be used; nothing was written.
        record NoneWaits() implements Given {}
    }

    private record Waiting(long id, String code, Instant until, int tries, boolean isUsed) {
        boolean counts(Instant at) {
            return !isUsed && tries < TRIES && !until.isBefore(at);
        }

        /// In the same time however much of it is right, so that nobody can guess digit by digit.
        boolean is(String given) {
            return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Takes a code that somebody gives for an account, right or wrong, and writes down that they did.
    public static Given give(Connection connection, Sent sent, String code, Instant at, long change)
            throws SQLException {
        Waiting waiting = newest(connection, sent).filter(one -> one.counts(at)).orElse(null);
        if (waiting == null) {
            return new Given.NoneWaits();
        }
        boolean isRight = waiting.is(code);
        insertTry(connection, sent, waiting, isRight, change);
        return isRight ? new Given.Right(waiting.id()) : new Given.Wrong(TRIES - waiting.tries() - 1);
    }

    private static Optional<Waiting> newest(Connection connection, Sent sent) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.id, c.code, c.until, count(t.ordinal) as tries, coalesce(bool_or(t.is_right), false) as used
                from {code} c left join {code}_try t on t.{code} = c.id
                where c.account = ? and c.code <> erased_mark() {whose}
                group by c.id order by c.id desc limit 1""".replace("{code}", sent.table())
                .replace("{whose}", sent instanceof Sent.ForSignIn ? "and c.asker = ?" : ""))) {
            query.setString(1, sent.account());
            if (sent instanceof Sent.ForSignIn signIn) {
                query.setString(2, signIn.asker());
            }
            return Rows.list(
                            query,
                            row -> new Waiting(
                                    row.getLong("id"),
                                    row.getString("code"),
                                    row.getObject("until", OffsetDateTime.class).toInstant(),
                                    row.getInt("tries"),
                                    row.getBoolean("used")))
                    .stream()
                    .findFirst();
        }
    }

    private static void insertTry(Connection connection, Sent sent, Waiting waiting, boolean isRight, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + sent.table() + "_try values (?, ?, ?, ?)")) {
            insert.setLong(1, waiting.id());
            insert.setInt(2, waiting.tries() + 1);
            insert.setBoolean(3, isRight);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
