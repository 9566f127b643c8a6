package org.taswiya.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// How often something was tried, counted by all who work on one database together, so that a limit is one however many
/// servers answer, and outlives each of them. Each try is written before it is made: a kill leaves it counted.
public final class CountedTries {
    /// Of those that are over so many go with each new one: there are never many more than count.
    private static final int SWEPT = 4;

    private CountedTries() {}

    /// @param most so many within a while of the first
    public record Limit(String what, int most, Duration within) {}

    /// Counts one more, unless there were too many already, and says whether it may be made.
    public static boolean isAllowed(Database database, Limit limit, String who, Instant now) {
        byte[] key = key(limit.what(), who);
        try (Connection connection = database.connect()) {
            forget(connection, key, now.minus(limit.within()), now.plus(limit.within()));
            List<Integer> counted = count(connection, key, limit.most(), now);
            if (counted.contains(1)) {
                sweep(connection, now.minus(limit.within()));
            }
            return !counted.isEmpty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What was counted too long ago counts no more, nor what was counted before the clock was set back.
    private static void forget(Connection connection, byte[] key, Instant after, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from counted_try where key = ? and (since < ? or since > ?)")) {
            delete.setBytes(1, key);
            delete.setObject(2, after.atOffset(ZoneOffset.UTC));
            delete.setObject(3, before.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /// Of two at once the second waits for the first, and counts after it.
    ///
    /// @return how many there are now; none where there were too many
    private static List<Integer> count(Connection connection, byte[] key, int most, Instant now) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("""
                insert into counted_try as c values (?, ?, 1)
                on conflict (key) do update set tries = c.tries + 1 where c.tries < ? returning tries""")) {
            count.setBytes(1, key);
            count.setObject(2, now.atOffset(ZoneOffset.UTC));
            count.setInt(3, most);
            return Rows.list(count, row -> row.getInt(1));
        }
    }

    private static void sweep(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from counted_try where key in (
                    select key from counted_try where since < ? order by since limit ? for update skip locked)""")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, SWEPT);
            delete.executeUpdate();
        }
    }

    private static byte[] key(String what, String who) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((what + "\n" + who).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
