package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;

/// What accounts owe from before, as a notice tells it: what of it is open when it is looked at. What a bill states is
/// kept with the bill.
final class Arrears {
    private Arrears() {}

    /// What of an account's earlier bills and of the old system is open now, beside the bills of one run.
    static Money beside(Connection connection, String account, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(sum(i.open), 0)::bigint
                from open_item i
                where i.account = ? and i.issued_on <= (select r.billed_on from billing_run r where r.id = ?)
                    and (i.kind <> 'bill' or not exists (
                        select from bill b where b.serial = substr(i.number, 1, 10)::bigint and b.run >= ?))""")) {
            query.setString(1, account);
            query.setLong(2, run);
            query.setLong(3, run);
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).getFirst();
        }
    }
}
