package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// A bill that stands and claims some days for the first time: one that others can be compared with.
///
/// @param range from the first to the last of these days
public record StandingBill(BillNumber number, DateRange range, Money total) {

    /// Of each of some bills, it and those before it of its agreement and account, the newest first; a bill that was
    /// taken back is missing.
    public static Map<BillNumber, List<StandingBill>> upTo(Database database, Collection<BillNumber> numbers) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select one.serial as up_to, b.serial, min(s.from_day) as from_day, max(s.to_day) as to_day,
                               b.total
                        from bill one
                        join bill b on b.agreement = one.agreement and b.account = one.account
                            and b.serial <= one.serial
                        join bill_segment s on s.bill = b.serial and s.kind <> 'true-up'
                        where one.serial = any(?)
                            and not exists (select from cancellation x where x.bill in (b.serial, one.serial))
                        group by one.serial, b.serial order by one.serial, b.serial desc""")) {
            query.setArray(
                    1,
                    SqlArrays.numbers(
                            connection, numbers.stream().map(BillNumber::serial).toList()));
            Map<BillNumber, List<StandingBill>> found = new HashMap<>();
            Rows.each(
                    query,
                    row -> found.computeIfAbsent(new BillNumber(row.getLong("up_to")), _ -> new ArrayList<>())
                            .add(new StandingBill(
                                    new BillNumber(row.getLong("serial")),
                                    DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                                    Money.ofMinor(row.getLong("total")))));
            return found;
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
