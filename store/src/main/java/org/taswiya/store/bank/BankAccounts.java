package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The accounts of the utility at banks.
public final class BankAccounts {
    private BankAccounts() {}

    /// States an account, or states one of this name anew.
    public static void state(Database database, BankAccount account, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bank_account values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, account.name());
                insert.setString(2, account.number().iban());
                insert.setString(3, account.bic());
                insert.setString(4, account.holder());
                insert.setString(5, account.currency());
                insert.setString(6, account.creditor());
                insert.setLong(7, account.refundLimit().minorUnits());
                insert.setLong(8, change);
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// In the order of their names.
    public static List<BankAccount> all(Database database) {
        try (Connection connection = database.connect()) {
            return all(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<BankAccount> named(Database database, String name) {
        return all(database).stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    static BankAccount named(Connection connection, String name) throws SQLException {
        return all(connection).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<BankAccount> all(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from bank_account_in_force order by name")) {
            return Rows.list(query, BankAccounts::account);
        }
    }

    private static BankAccount account(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("name"),
                new BankAccountNumber(row.getString("iban")),
                row.getString("bic"),
                row.getString("holder"),
                row.getString("currency"),
                row.getString("creditor"),
                Money.ofMinor(row.getLong("refund_limit")));
    }
}
