package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.SignInNews;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Passkeys of customers: the public halves of keys that their devices keep. What a device signs is judged by whoever
/// serves pages; here is what it is judged by. Each opens all accounts of its customer.
public final class Passkeys {
    /// So many may a customer have at once.
    public static final int MOST = 10;

    private static final String COLUMNS = """
            k.id, (select min(a.reference) from customer_account a where a.customer = k.customer) as account,
            k.credential, k.name, k.public_key, k.attestation, k.transports, h.handle,
            coalesce(u.sign_count, k.sign_count) as sign_count, k.is_backup_eligible,
            coalesce(u.is_backed_up, k.is_backed_up) as is_backed_up, c.made_at, u.at as used_at
            from passkey k join passkey_holder h on h.customer = k.customer join change c on c.id = k.change
            left join lateral (select n.at, n.sign_count, n.is_backed_up from passkey_use n where n.passkey = k.id
                               order by n.change desc limit 1) u on true
            where not exists (select from passkey_end e where e.passkey = k.id) and\s""";

    private Passkeys() {}

    /// What a device has shown of a new key.
    ///
    /// @param credential the name that the device gave it
    /// @param name as its holder calls it
    /// @param transports how the device is reached, with commas between
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    public record Shown(
            byte[] credential,
            String name,
            byte[] publicKey,
            byte[] attestation,
            String transports,
            long signCount,
            boolean isBackupEligible,
            boolean isBackedUp) {}

    /// One that opens, as it was when it was used last.
    ///
    /// @param account the first of its customer's
    /// @param handle by which the device knows its customer
    /// @param usedAt null before its first use
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    public record Passkey(
            long id,
            String account,
            byte[] handle,
            Shown shown,
            Instant madeAt,
            @Nullable Instant usedAt) {}

    /// In the order in which they were made.
    ///
    /// @param account any of the customer's
    public static List<Passkey> of(Database database, String account) {
        try (Connection connection = database.connect()) {
            return of(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Passkey> of(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + """
                k.customer = (select a.customer from customer_account a where a.reference = ?) order by k.id""")) {
            query.setString(1, account);
            return Rows.list(query, Passkeys::passkey);
        }
    }

    /// By the name that its device gave it.
    public static Optional<Passkey> find(Database database, byte[] credential) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select " + COLUMNS + "k.credential = ?")) {
            query.setBytes(1, credential);
            return Rows.list(query, Passkeys::passkey).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// By what devices know the holder of an account; empty before their first passkey.
    public static Optional<byte[]> handle(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select h.handle from passkey_holder h join customer_account a on a.customer = h.customer
                        where a.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getBytes(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        OffsetDateTime usedAt = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(
                row.getLong("id"),
                row.getString("account"),
                row.getBytes("handle"),
                new Shown(
                        row.getBytes("credential"),
                        row.getString("name"),
                        row.getBytes("public_key"),
                        row.getBytes("attestation"),
                        row.getString("transports"),
                        row.getLong("sign_count"),
                        row.getBoolean("is_backup_eligible"),
                        row.getBoolean("is_backed_up")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }

    /// Keeps a new one, and tells the holder.
    ///
    /// @param handle that the device was given with the first of them; the one that counts already is kept
    /// @return false, and nothing is written, when there are as many as may be, and when somebody has that one
    public static boolean add(Database database, String account, byte[] handle, Shown shown, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (of(connection, account).size() >= MOST) {
                return new Done<>(false, false);
            }
            insertHolder(connection, account, handle, change);
            boolean isKept = insert(connection, account, shown, change) == 1;
            if (isKept) {
                AccountPasswords.tell(connection, account, SignInNews.PASSKEY_ADDED, why.at(), change);
            }
            return new Done<>(isKept, isKept);
        });
    }

    private static void insertHolder(Connection connection, String account, byte[] handle, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into passkey_holder select customer, ?, ? from customer_account where reference = ?
                on conflict do nothing""")) {
            insert.setBytes(1, handle);
            insert.setLong(2, change);
            insert.setString(3, account);
            insert.executeUpdate();
        }
    }

    private static int insert(Connection connection, String account, Shown shown, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into passkey
                select (select coalesce(max(id), 0) + 1 from passkey), customer, ?, ?, ?, ?, ?, ?, ?, ?, ?
                from customer_account where reference = ? on conflict do nothing""")) {
            insert.setBytes(1, shown.credential());
            insert.setString(2, shown.name());
            insert.setBytes(3, shown.publicKey());
            insert.setBytes(4, shown.attestation());
            insert.setString(5, shown.transports());
            insert.setLong(6, shown.signCount());
            insert.setBoolean(7, shown.isBackupEligible());
            insert.setBoolean(8, shown.isBackedUp());
            insert.setLong(9, change);
            insert.setString(10, account);
            return insert.executeUpdate();
        }
    }

    /// Somebody has signed in with it.
    ///
    /// @param signCount as its device counts
    /// @return false, and nothing is written, when it opens no more, or when another use has counted as far meanwhile
    public static boolean used(Database database, long passkey, long signCount, boolean isBackedUp, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into passkey_use select k.id, ?, ?, ?, ? from passkey k
                    where k.id = ? and not exists (select from passkey_end e where e.passkey = k.id)
                        and (? = 0 or not exists (
                            select from passkey_use u where u.passkey = k.id and u.sign_count >= ?))""")) {
                insert.setLong(1, change);
                insert.setObject(2, why.at().atOffset(ZoneOffset.UTC));
                insert.setLong(3, signCount);
                insert.setBoolean(4, isBackedUp);
                insert.setLong(5, passkey);
                insert.setLong(6, signCount);
                insert.setLong(7, signCount);
                boolean isWritten = insert.executeUpdate() == 1;
                return new Done<>(isWritten, isWritten);
            }
        });
    }

    /// Ends one of the holder of an account, and tells them.
    ///
    /// @return false, and nothing is written, when they have no such one
    public static boolean end(Database database, String account, long passkey, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (of(connection, account).stream().noneMatch(one -> one.id() == passkey)) {
                return new Done<>(false, false);
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into passkey_end values (?, ?)")) {
                insert.setLong(1, passkey);
                insert.setLong(2, change);
                insert.executeUpdate();
            }
            AccountPasswords.tell(connection, account, SignInNews.PASSKEY_REMOVED, why.at(), change);
            return new Done<>(true, true);
        });
    }
}
