package org.taswiya.store.collector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Keys with which collectors sign. A key is derived from the home's [CollectorSecret] and the salt that the database
/// keeps: it lies nowhere, and neither of the two gives it away alone.
public final class CollectorKeys {
    private static final int SALT_BYTES = 32;

    private CollectorKeys() {}

    /// A key that was given.
    ///
    /// @param number of the collector's keys, from one on
    public record Key(String collector, int number, boolean isWithdrawn) {
        /// What messages name it, such as `wafacash.1`.
        public String id() {
            return collector + "." + number;
        }
    }

    /// What nobody sees again.
    ///
    /// @param text to be handed to the collector; its UTF-8 bytes are what signs
    public record NewKey(Key key, String text) {}

    /// Gives a collector one more key; those it has stay good, so that it can change over.
    public static NewKey add(Database database, String collector, CollectorSecret secret, Change why) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            int number = next(connection, collector);
            String text = derived(secret, collector, number, salt);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into collector_key values (?, ?, ?, ?, ?)")) {
                insert.setString(1, collector);
                insert.setInt(2, number);
                insert.setBytes(3, salt);
                insert.setBytes(4, proof(text));
                insert.setLong(5, change);
                insert.executeUpdate();
            }
            connection.commit();
            return new NewKey(new Key(collector, number, false), text);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static int next(Connection connection, String collector) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select coalesce(max(number), 0) + 1 from collector_key where collector = ?")) {
            query.setString(1, collector);
            return Rows.list(query, row -> row.getInt(1)).getFirst();
        }
    }

    /// From now on nothing signed with it is taken.
    ///
    /// @return false when there is no such key, or it was withdrawn before
    public static boolean withdraw(Database database, String collector, int number, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            int written;
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into collector_key_withdrawal
                    select collector, number, ? from collector_key where collector = ? and number = ?
                    on conflict do nothing""")) {
                insert.setLong(1, change);
                insert.setString(2, collector);
                insert.setInt(3, number);
                written = insert.executeUpdate();
            }
            if (written == 0) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return written > 0;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// All that were given, by collector and number.
    public static List<Key> all(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select k.collector, k.number, w.number is not null
                        from collector_key k left join collector_key_withdrawal w using (collector, number)
                        order by k.collector, k.number""")) {
            return Rows.list(query, row -> new Key(row.getString(1), row.getInt(2), row.getBoolean(3)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The key of an id; empty when there is none, it was withdrawn, or the secret is not the one that it was made of.
    public static Optional<String> text(Connection connection, CollectorSecret secret, String collector, int number)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select k.salt, k.proof from collector_key k
                where k.collector = ? and k.number = ? and not exists (
                    select from collector_key_withdrawal w where w.collector = k.collector and w.number = k.number)
                """)) {
            query.setString(1, collector);
            query.setInt(2, number);
            return Rows.list(query, row -> new Stored(row.getBytes(1), row.getBytes(2))).stream()
                    .findFirst()
                    .flatMap(stored -> Optional.of(derived(secret, collector, number, stored.salt()))
                            .filter(text -> MessageDigest.isEqual(proof(text), stored.proof())));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // looked at once and thrown away
    private record Stored(byte[] salt, byte[] proof) {}

    private static String derived(CollectorSecret secret, String collector, int number, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            mac.update((collector + "." + number + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(salt));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] proof(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
