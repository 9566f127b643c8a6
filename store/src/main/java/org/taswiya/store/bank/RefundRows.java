package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;

/// Refunds as rows.
final class RefundRows {
    static final String SELECT = """
            select r.*, c.author from refund r join change c on c.id = r.change
            """;

    private RefundRows() {}

    /// @param isPaid whether a statement has shown that it went
    /// @param isBack whether it came back or never went
    record Found(StoredRefund refund, boolean isPaid, boolean isBack) {}

    /// One that a bank was asked to send; null where there is none of this number.
    static @Nullable Found sent(Connection connection, long id, String bank) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.*, c.author,
                       exists (select from refund_outcome o where o.refund = r.id and o.is_paid) as is_paid,
                       exists (select from refund_outcome o where o.refund = r.id and not o.is_paid) as is_back
                from refund r join change c on c.id = r.change join refund_sent s on s.refund = r.id
                where r.id = ? and r.bank = ?""")) {
            query.setLong(1, id);
            query.setString(2, bank);
            return Rows.list(query, row -> new Found(refund(row), row.getBoolean("is_paid"), row.getBoolean("is_back")))
                    .stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    static StoredRefund refund(ResultSet row) throws SQLException {
        long returns = row.getLong("returns");
        return new StoredRefund(
                row.getLong("id"),
                row.getString("account"),
                returns == 0 ? null : returns,
                Money.ofMinor(row.getLong("amount")),
                row.getString("bank"),
                new BankAccountNumber(row.getString("iban")),
                row.getString("payee"),
                row.getString("author"));
    }

    /// @param transaction zero where a person has said so
    static void outcome(Connection connection, long refund, boolean isPaid, LocalDate on, long transaction, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into refund_outcome values (?, ?, ?, nullif(?, 0), ?)")) {
            insert.setLong(1, refund);
            insert.setBoolean(2, isPaid);
            insert.setObject(3, on);
            insert.setLong(4, transaction);
            insert.setLong(5, change);
            insert.executeUpdate();
        }
    }
}
