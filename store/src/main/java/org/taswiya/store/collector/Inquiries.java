package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.collector.Known;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Receivables;
import org.taswiya.store.Rows;
import org.taswiya.store.receivables.AccountRows;

/// What a collector asks before its customer pays.
public final class Inquiries {
    private Inquiries() {}

    /// What an account has to pay on a day, its credits taken off; empty when there is no such account.
    public static Optional<AccountItems> owed(Connection connection, String account, LocalDate on) throws SQLException {
        return Optional.ofNullable(AccountRows.of(connection, List.of(account)).get(account))
                .map(items -> Receivables.useCredits(items, on).after());
    }

    /// Whose bill it is.
    public static Optional<String> accountOf(Connection connection, BillNumber bill) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select account from bill where serial = ?")) {
            query.setLong(1, bill.serial());
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    /// How far a transaction is.
    public static Optional<Known> transaction(Connection connection, String collector, String number)
            throws SQLException {
        return TransactionRows.find(connection, collector, number);
    }
}
