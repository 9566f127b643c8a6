package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.taswiya.store.copy.Literals;

/// Whose accounts a cycle looks at, in the order of their references.
public final class CycleAccounts {
    private CycleAccounts() {}

    /// How many there are after one.
    public static long count(Connection connection, Cycle cycle, String after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select count(*) from customer_account" + " where reference > ?" + ofChosen(cycle, "reference"))) {
            query.setString(1, after);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// The further condition that an account is one of those that were named, where any were.
    ///
    /// @param account the name of its column in the query
    static String ofChosen(Cycle cycle, String account) {
        return cycle.accounts().isEmpty() ? "" : " and " + account + " = any(" + Literals.texts(cycle.accounts()) + ")";
    }
}
