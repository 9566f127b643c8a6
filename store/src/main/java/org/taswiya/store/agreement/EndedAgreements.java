package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Agreements that were ended, as whoever moved out is told of them, with the last bill.
public final class EndedAgreements {
    private static final String ENDED = """
            select a.account, a.reference, p.service, l.address, a.to_day, (
                       select max(b.serial) from bill b
                       join bill_segment s on s.bill = b.serial
                       where b.agreement = a.reference and b.account = a.account and s.to_day = a.to_day
                           and (b.basis <> 'estimate' or b.serial > coalesce(r.after_bill, 0))
                           and not exists (select from cancellation x where x.bill = b.serial)) as last_bill,
                   exists (select from service_agreement o where o.account = a.account
                           and (o.to_day is null or o.to_day > ?)) as serves
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            join premise l on l.reference = p.premise
            left join agreement_end e on e.agreement = a.reference
            left join bill_request r on r.change = e.change and r.agreement = a.reference
            where a.account = any(?) and a.to_day is not null
            order by a.account, a.to_day desc, l.address, a.reference""";

    private EndedAgreements() {}

    /// An agreement that has an end.
    ///
    /// @param on the first day on which they are gone
    /// @param lastBill that bills to that day; null where it is still to come
    /// @param isServed whether another agreement of the account runs
    public record Ended(
            String account,
            String agreement,
            String service,
            String address,
            LocalDate on,
            @Nullable BillNumber lastBill,
            boolean isServed) {

        /// Whether it is told of beside what runs: for a year, and for as long as nothing else does.
        public boolean isTold(LocalDate today) {
            return !isServed || on.isAfter(today.minusYears(1));
        }
    }

    /// Of some accounts, by account, the last ones first.
    public static List<Ended> of(Database database, Collection<String> accounts, LocalDate today) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(ENDED)) {
            query.setObject(1, today);
            query.setArray(2, SqlArrays.texts(connection, accounts));
            return Rows.list(query, EndedAgreements::ended);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Ended ended(ResultSet row) throws SQLException {
        long last = row.getLong("last_bill");
        return new Ended(
                row.getString("account"),
                row.getString("reference"),
                row.getString("service"),
                row.getString("address"),
                Rows.date(row, "to_day"),
                last == 0 ? null : new BillNumber(last),
                row.getBoolean("serves"));
    }
}
