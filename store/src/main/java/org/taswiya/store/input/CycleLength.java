package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.taswiya.store.bill.Known;
import org.taswiya.store.run.Cycle;

/// How many months lie between two cycles.
final class CycleLength {
    private static final String BEFORE = """
            select max(r.bill_to) from billing_run r
            where r.bill_to < ? and not r.released_only and (r.area is null or ?::text is null or r.area = ?)
                and not exists (select from run_account a where a.run = r.id){known}""";

    private CycleLength() {}

    /// From the cycle before this one that billed everybody; zero before the second one.
    static int months(Connection connection, Cycle cycle, Known known) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BEFORE.replace("{known}", known.change("r")))) {
            query.setObject(1, cycle.billTo());
            query.setString(2, cycle.area());
            query.setString(3, cycle.area());
            try (ResultSet row = query.executeQuery()) {
                LocalDate billedTo = row.next() ? row.getObject(1, LocalDate.class) : null;
                return billedTo == null ? 0 : (int) ChronoUnit.MONTHS.between(billedTo, cycle.billTo());
            }
        }
    }
}
