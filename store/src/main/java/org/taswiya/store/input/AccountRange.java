package org.taswiya.store.input;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Some accounts that follow each other in the order of their references, for helpers that read a cycle side by side.
///
/// @param after the reference of the account before the first one; empty for the first of all
/// @param count how many accounts
public record AccountRange(String after, int count) implements Serializable {

    /// All accounts, cut into ranges of that many; the last one may have fewer.
    public static List<AccountRange> cut(Connection connection, int accountsPerRange) throws SQLException {
        List<AccountRange> ranges = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select max(reference), count(*) from (
                    select reference, (row_number() over (order by reference) - 1) / ? as part from customer_account) a
                group by part order by part""")) {
            query.setInt(1, accountsPerRange);
            try (ResultSet row = query.executeQuery()) {
                String after = "";
                while (row.next()) {
                    ranges.add(new AccountRange(after, row.getInt(2)));
                    after = row.getString(1);
                }
            }
        }
        return ranges;
    }
}
