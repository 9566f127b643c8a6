package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankStatement.Balances;
import org.taswiya.store.Changes;
import org.taswiya.store.receivables.PaymentBatch.ChangeSource;

/// Statements that are in the books whole.
public final class BankStatements {
    private BankStatements() {}

    /// Says that all entries of a statement are in the books. Said again, it changes nothing.
    public static void add(
            Connection connection, ChangeSource change, String bank, BankStatement statement, Balances of)
            throws SQLException {
        Changes.lock(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into bank_statement
                select (select coalesce(max(id), 0) + 1 from bank_statement), ?, ?, ?, ?, ?, ?
                where not exists (
                    select from bank_statement
                    where bank = ? and statement = ? and opening = ? and closing = ? and closed_on = ?)""")) {
            insert.setString(1, bank);
            insert.setString(2, statement.id());
            insert.setLong(3, of.opening().minorUnits());
            insert.setLong(4, of.closing().minorUnits());
            insert.setObject(5, of.closedOn());
            insert.setLong(6, change.number());
            insert.setString(7, bank);
            insert.setString(8, statement.id());
            insert.setLong(9, of.opening().minorUnits());
            insert.setLong(10, of.closing().minorUnits());
            insert.setObject(11, of.closedOn());
            insert.executeUpdate();
        }
    }
}
