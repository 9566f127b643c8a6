package org.taswiya.store.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// The accounts that somebody named for a run off the cycle.
public final class RunAccounts {
    private RunAccounts() {}

    /// Those of some references that no account has, in order.
    public static List<String> unknown(Database database, Collection<String> accounts) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select named from unnest(?) as n(named)
                where not exists (select from customer_account a where a.reference = named) order by named""")) {
            query.setArray(1, SqlArrays.texts(connection, new TreeSet<>(accounts)));
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What tells the accounts of one run from those of another; null for all accounts.
    ///
    /// @param accounts in order
    static @Nullable String digest(List<String> accounts) {
        if (accounts.isEmpty()) {
            return null;
        }
        try {
            byte[] bytes = String.join("\n", accounts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void save(Connection connection, long run, List<String> accounts) throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into run_account (run, account) select ?, account from unnest(?) as n(account)")) {
            insert.setLong(1, run);
            insert.setArray(2, SqlArrays.texts(connection, accounts));
            insert.executeUpdate();
        }
    }
}
