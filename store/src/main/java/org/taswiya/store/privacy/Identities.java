package org.taswiya.store.privacy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.privacy.IdentityKey.Sealed;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Numbers of identity cards: kept encrypted, and whoever did something with one is written down with it.
public final class Identities {
    private Identities() {}

    /// What was done with a number.
    public enum Use {
        SET,
        SHOW,
        REMOVE,
        REKEY,
        EXPORT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What looking for a number came to.
    public sealed interface Answer {
        record Known(IdentityNumber number) implements Answer {}

        /// None is kept.
        record None() implements Answer {}

        /// @param key the fingerprint of the key that it is kept by
        record OtherKey(String customer, String key) implements Answer {}

        /// What is kept was not encrypted for this customer, or changed past the program.
        record Altered(String customer) implements Answer {}
    }

    private record Kept(String customer, String key, Sealed sealed) {
        Answer open(IdentityKey by) {
            return !key.equals(by.fingerprint())
                    ? new Answer.OtherKey(customer, key)
                    : by.open(customer, sealed)
                            .<Answer>map(Answer.Known::new)
                            .orElseGet(() -> new Answer.Altered(customer));
        }
    }

    /// Keeps a number, in the place of the one before.
    ///
    /// @param customer one that is there
    public static void set(
            Database database,
            String customer,
            IdentityNumber number,
            IdentityKey key,
            SecureRandom chance,
            Change why) {
        BooksTransaction.make(database, why, false, (connection, change) -> {
            write(connection, customer, key.fingerprint(), key.seal(customer, number, chance), change);
            used(connection, customer, change, Use.SET);
            return new Done<>(true, true);
        });
    }

    /// Opens a number, once it is written down who did.
    public static Answer look(Database database, String customer, IdentityKey key, Use use, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<Kept> kept =
                    kept(connection, "where customer = ?", customer).stream().findFirst();
            Answer answer = kept.map(one -> one.open(key)).orElseGet(Answer.None::new);
            boolean isSeen = answer instanceof Answer.Known;
            if (isSeen) {
                used(connection, customer, change, use);
            }
            return new Done<>(answer, isSeen);
        });
    }

    /// Removes a number; nothing of it stays, not for whoever has the key.
    ///
    /// @return false when there was none
    public static boolean remove(Database database, String customer, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from customer_identity where customer = ?")) {
                delete.setString(1, customer);
                boolean isGone = delete.executeUpdate() > 0;
                if (isGone) {
                    used(connection, customer, change, Use.REMOVE);
                }
                return new Done<>(isGone, isGone);
            }
        });
    }

    /// What encrypting all numbers anew came to.
    public sealed interface Rekeyed {
        /// @param already by the new key before
        record All(int numbers, int already) implements Rekeyed {}

        /// One could not be read, so all stay as they are.
        record Not(Answer why) implements Rekeyed {}
    }

    /// Encrypts all numbers by another key: all of them or none.
    public static Rekeyed rekey(
            Database database, IdentityKey from, IdentityKey to, SecureRandom chance, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            int already = 0;
            int numbers = 0;
            for (Kept one : kept(connection, "order by customer for update")) {
                if (one.key().equals(to.fingerprint())) {
                    already++;
                    continue;
                }
                Answer opened = one.open(from);
                if (!(opened instanceof Answer.Known(IdentityNumber number))) {
                    return new Done<>(new Rekeyed.Not(opened), false);
                }
                write(connection, one.customer(), to.fingerprint(), to.seal(one.customer(), number, chance), change);
                used(connection, one.customer(), change, Use.REKEY);
                numbers++;
            }
            return new Done<>(new Rekeyed.All(numbers, already), numbers > 0);
        });
    }

    private static List<Kept> kept(Connection connection, String which, String... values) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select customer, key, nonce, number from customer_identity " + which)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            return Rows.list(
                    query,
                    row -> new Kept(
                            row.getString("customer"),
                            row.getString("key"),
                            new Sealed(row.getBytes("nonce"), row.getBytes("number"))));
        }
    }

    private static void write(Connection connection, String customer, String key, Sealed sealed, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into customer_identity (customer, key, nonce, number, change) values (?, ?, ?, ?, ?)
                on conflict (customer) do update set key = excluded.key, nonce = excluded.nonce,
                    number = excluded.number, change = excluded.change""")) {
            insert.setString(1, customer);
            insert.setString(2, key);
            insert.setBytes(3, sealed.nonce());
            insert.setBytes(4, sealed.number());
            insert.setLong(5, change);
            insert.executeUpdate();
        }
    }

    private static void used(Connection connection, String customer, long change, Use use) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into identity_use values (?, ?, ?)")) {
            insert.setString(1, customer);
            insert.setLong(2, change);
            insert.setString(3, use.code());
            insert.executeUpdate();
        }
    }
}
