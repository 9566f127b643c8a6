package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// A bill that stands and claims some days for the first time: one that others can be compared with.
///
/// @param range from the first to the last of these days
public record StandingBill(BillNumber number, DateRange range, Money total) {

    /// Those of the agreement and the account of a bill, it among them, the newest first; none where it was taken back.
    public static List<StandingBill> ofAgreementWith(Database database, BillNumber number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select b.serial, min(s.from_day) as from_day, max(s.to_day) as to_day, b.total
                        from bill one
                        join bill b on b.agreement = one.agreement and b.account = one.account
                        join bill_segment s on s.bill = b.serial and s.kind <> 'true-up'
                        where one.serial = ?
                            and not exists (select from cancellation x where x.bill in (b.serial, one.serial))
                        group by b.serial order by b.serial desc""")) {
            query.setLong(1, number.serial());
            return Rows.list(
                    query,
                    row -> new StandingBill(
                            new BillNumber(row.getLong("serial")),
                            DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                            Money.ofMinor(row.getLong("total"))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The one of some bills that claims the most of these days, at least half of them.
    public static Optional<StandingBill> ofMost(DateRange days, List<StandingBill> bills) {
        StandingBill most = null;
        for (StandingBill bill : bills) {
            long shared = bill.range.daysShared(days);
            if (2 * shared >= days.days() && (most == null || shared > most.range.daysShared(days))) {
                most = bill;
            }
        }
        return Optional.ofNullable(most);
    }
}
