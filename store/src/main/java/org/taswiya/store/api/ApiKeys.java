package org.taswiya.store.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.api.ApiKeyAnswer.Reason;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffMember;

/// Gives keys, revokes them, and finds the one that a request bears.
public final class ApiKeys {
    public static final int PER_MINUTE_MOST = 100_000;

    /// Nobody guesses 256 bits, so that a plain digest of them gives nothing away.
    private static final int SECRET_BYTES = 32;

    private static final Pattern TEXT = Pattern.compile("taswiya_([1-9][0-9]{0,17})_[A-Za-z0-9_-]{43}");
    private static final String NAME = "[a-z][a-z0-9.-]{1,39}";
    private static final String SELECT = """
            select k.id, k.name, k.customer, k.staff, k.per_minute,
                   array(select s.scope from api_key_scope s where s.api_key = k.id) as scopes,
                   exists (select from api_key_revocation r where r.api_key = k.id) as is_revoked
            from api_key k\s""";

    private ApiKeys() {}

    /// What is asked for.
    ///
    /// @param account any of the customer whose accounts alone it opens; null for those of all
    /// @param staff for whom it acts; null for nobody
    public record Wanted(
            String name,
            Set<ApiScope> scopes,
            @Nullable String account,
            @Nullable String staff,
            int perMinute) {
        public Wanted {
            scopes = Set.copyOf(scopes);
        }

        /// Of one that acts for nobody.
        public Wanted(String name, Set<ApiScope> scopes, @Nullable String account, int perMinute) {
            this(name, scopes, account, null, perMinute);
        }

        private boolean isOfStaff() {
            return scopes.stream().anyMatch(ApiScope::isOfStaff);
        }
    }

    public static ApiKeyAnswer add(Database database, Wanted wanted, Change why) {
        if (!wanted.name().matches(NAME)) {
            return refused(
                    Reason.MALFORMED_NAME,
                    "'" + wanted.name() + "' is no name for a key: two to forty of a-z, 0-9, point and hyphen, a letter"
                            + " first. Choose another one.");
        }
        if (wanted.scopes().isEmpty()) {
            return refused(Reason.NO_SCOPE, "A key without a scope opens nothing. Name one at least.");
        }
        if (wanted.perMinute() < 1 || wanted.perMinute() > PER_MINUTE_MOST) {
            return refused(
                    Reason.RATE_OUT_OF_RANGE,
                    "Found " + wanted.perMinute() + " requests in a minute, expected 1 to " + PER_MINUTE_MOST + ".");
        }
        if (wanted.isOfStaff() != (wanted.staff() != null)) {
            return refused(
                    Reason.FOR_NOBODY,
                    "What staff do is done for somebody of them, and nothing else is: a key has a scope of theirs and"
                            + " says for whom it acts, or neither.");
        }
        if (wanted.staff() != null && wanted.account() != null) {
            return refused(
                    Reason.STAFF_OF_A_CUSTOMER,
                    "A key that acts for '" + wanted.staff() + "' opens all accounts, as staff do. Name no account.");
        }
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            if (wanted.staff() != null
                    && Staff.of(connection, wanted.staff())
                            .filter(StaffMember::isEnabled)
                            .isEmpty()) {
                return not(
                        Reason.UNKNOWN_STAFF,
                        "'" + wanted.staff() + "' is nobody of the staff who is enabled. See staff list.");
            }
            String customer = wanted.account() == null ? null : customerWith(connection, wanted.account());
            if (wanted.account() != null && customer == null) {
                return not(
                        Reason.UNKNOWN_ACCOUNT,
                        "There is no account '" + wanted.account() + "'. Check its ten digits.");
            }
            return new Done<>(insert(connection, wanted, customer, change), true);
        });
    }

    private static ApiKeyAnswer insert(Connection connection, Wanted wanted, @Nullable String customer, long change)
            throws SQLException {
        long id = next(connection);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text =
                "taswiya_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into api_key (id, name, digest, customer, staff, per_minute, change)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, wanted.name());
            insert.setBytes(3, digest(text));
            insert.setString(4, customer);
            insert.setString(5, wanted.staff());
            insert.setInt(6, wanted.perMinute());
            insert.setLong(7, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into api_key_scope values (?, ?)")) {
            for (ApiScope scope : wanted.scopes()) {
                insert.setLong(1, id);
                insert.setString(2, scope.code());
                insert.executeUpdate();
            }
        }
        return new ApiKeyAnswer.Added(
                new ApiKey(id, wanted.name(), wanted.scopes(), customer, wanted.staff(), wanted.perMinute(), false),
                text);
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) + 1 from api_key")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static @Nullable String customerWith(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select customer from customer_account where reference = ?")) {
            query.setString(1, account.replace("\u0000", ""));
            List<String> found = Rows.list(query, row -> row.getString(1));
            return found.isEmpty() ? null : found.getFirst();
        }
    }

    /// From now on it opens nothing.
    public static ApiKeyAnswer revoke(Database database, long id, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<ApiKey> key =
                    keys(connection, "where k.id = ?", id).stream().findFirst();
            if (key.isEmpty()) {
                return not(Reason.UNKNOWN_KEY, "There is no key " + id + ". See api-key list.");
            }
            if (key.get().isRevoked()) {
                return not(Reason.REVOKED_ALREADY, "Key " + id + " is revoked already. There is nothing to do.");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into api_key_revocation values (?, ?)")) {
                insert.setLong(1, id);
                insert.setLong(2, change);
                insert.executeUpdate();
            }
            return new Done<>(new ApiKeyAnswer.Revoked(key.get()), true);
        });
    }

    /// In the order in which they were added.
    public static List<ApiKey> list(Database database) {
        try (Connection connection = database.connect()) {
            return keys(connection, "where k.id >= ? order by k.id", 1);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The key that a request bears; empty for what is none and for one that was revoked.
    public static Optional<ApiKey> bearing(Database database, String text) {
        Matcher form = TEXT.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(form.group(1));
        try (Connection connection = database.connect()) {
            return MessageDigest.isEqual(digest(connection, id), digest(text))
                    ? keys(connection, "where k.id = ?", id).stream()
                            .filter(key -> !key.isRevoked())
                            .findFirst()
                    : Optional.empty();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static byte[] digest(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select digest from api_key where id = ?")) {
            query.setLong(1, id);
            List<byte[]> kept = Rows.list(query, row -> row.getBytes(1));
            return kept.isEmpty() ? new byte[0] : kept.getFirst();
        }
    }

    private static List<ApiKey> keys(Connection connection, String where, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
            query.setLong(1, id);
            return Rows.list(query, ApiKeys::key);
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        List<String> codes = List.of((String[]) row.getArray("scopes").getArray());
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        for (ApiScope scope : ApiScope.values()) {
            if (codes.contains(scope.code())) {
                scopes.add(scope);
            }
        }
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                scopes,
                row.getString("customer"),
                row.getString("staff"),
                row.getInt("per_minute"),
                row.getBoolean("is_revoked"));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Done<ApiKeyAnswer> not(Reason reason, String said) {
        return new Done<>(refused(reason, said), false);
    }

    private static ApiKeyAnswer refused(Reason reason, String said) {
        return new ApiKeyAnswer.Refused(reason, said);
    }
}
