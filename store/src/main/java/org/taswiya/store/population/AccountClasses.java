package org.taswiya.store.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// The classes of those whose accounts they are.
public final class AccountClasses {
    private AccountClasses() {}

    /// Empty where there is no such account.
    public static Optional<CustomerClass> of(Connection connection, String account) throws SQLException {
        return Optional.ofNullable(of(connection, List.of(account)).get(account));
    }

    /// By account, of those that are there.
    public static Map<String, CustomerClass> of(Connection connection, Collection<String> accounts)
            throws SQLException {
        Map<String, CustomerClass> classes = new HashMap<>();
        Rows.each(
                connection,
                """
                select a.reference, c.class::text from customer_account a join customer c on c.reference = a.customer
                where a.reference = any(?)""",
                SqlArrays.texts(connection, accounts),
                row -> classes.put(row.getString(1), CustomerClass.ofCode(row.getString(2))));
        return classes;
    }
}
