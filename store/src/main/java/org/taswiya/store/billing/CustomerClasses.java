package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The class of the customer behind each account of a batch. Bills do not depend on it; who asks about them does.
public final class CustomerClasses {
    private CustomerClasses() {}

    /// @param after, last the accounts after one up to another
    /// @return the class's code by account
    public static Map<String, String> read(Connection connection, String after, String last) throws SQLException {
        Map<String, String> classes = new HashMap<>();
        CopiedRows.each(
                connection,
                """
                select a.reference, c.class from customer_account a join customer c on c.reference = a.customer
                where a.reference > %s and a.reference <= %s""".formatted(Literals.of(after), Literals.of(last)),
                row -> classes.put(row.text(), row.text()));
        return classes;
    }
}
