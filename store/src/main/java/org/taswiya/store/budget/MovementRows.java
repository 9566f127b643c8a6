package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.budget.Movement;
import org.taswiya.core.budget.Movement.Kind;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// All documents of accounts that stand, on their side of the subtraction: payments and what was refunded on one, all
/// others on the other. Together they come to what is open less the credits, to the centime.
final class MovementRows {
    /// Bills through the index of their agreements. An opening credit has no day: it is older than all others.
    private static final String SELECT = """
            select a.account, false as is_paid, b.billed_on as on_day, b.net + b.tax as amount
            from service_agreement a join bill b on b.agreement = a.reference and b.account = a.account
            where a.account = any(?) and not exists (select from cancellation c where c.bill = b.serial)
            union all
            select account, kind = 'refund', issued_on, case when kind = 'refund' then -amount else amount end
            from owed_document where account = any(?) and kind <> 'bill'
            union all
            select account, kind = 'payment', coalesce(arisen_on, date '0001-01-01'),
                   case when kind = 'payment' then amount else -amount end
            from credit_document where account = any(?) and kind <> 'bill'""";

    private MovementRows() {}

    static Map<String, List<Movement>> of(Connection connection, Collection<String> accounts) throws SQLException {
        Map<String, List<Movement>> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            query.setArray(2, SqlArrays.texts(connection, accounts));
            query.setArray(3, SqlArrays.texts(connection, accounts));
            Rows.each(query, row -> {
                LocalDate on = Rows.date(row, "on_day");
                found.computeIfAbsent(row.getString("account"), _ -> new ArrayList<>())
                        .add(new Movement(
                                row.getBoolean("is_paid") ? Kind.PAID : Kind.BILLED,
                                on,
                                Money.ofMinor(row.getLong("amount"))));
            });
        }
        return found;
    }
}
