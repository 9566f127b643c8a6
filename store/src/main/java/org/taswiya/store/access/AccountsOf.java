package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Which accounts whoever signed in by one of them may see: all of the same customer.
public final class AccountsOf {
    private AccountsOf() {}

    /// The first of all that have a bill; empty where nobody has one yet.
    public static Optional<String> firstBilled(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select account from bill order by account limit 1")) {
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The day of the newest bill of all; empty where nobody has one yet.
    public static Optional<LocalDate> newestBill(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select billed_on from bill order by billed_on desc limit 1""")) {
            return Rows.list(query, row -> row.getObject(1, LocalDate.class)).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The one that owes most; empty where nobody owes anything.
    public static Optional<String> mostInDebt(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select account from open_item group by account having sum(open) > 0
                        order by sum(open) desc, account limit 1""")) {
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @param account any of theirs
    /// @return references in order, the one that was asked by among them; none when there is no such account
    public static List<String> customerWith(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select theirs.reference
                        from customer_account one join customer_account theirs on theirs.customer = one.customer
                        where one.reference = ? order by theirs.reference""")) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
