package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.bill.Known;
import org.taswiya.store.run.Cycle;

/// What was never billed though a cycle has passed over it: a reading came late, before the first bill or after a cycle
/// that had nothing to bill. It is divided into periods of a cycle's length, billed with nothing, so that every month
/// is priced in its own blocks whenever its readings came.
///
/// @param cycleMonths from one cycle to the next; zero where nobody knows, and then nothing is divided
record UnbilledPeriods(int cycleMonths) {
    private static final int DAYS_OF_A_MONTH = 30;

    private static final String BEFORE = """
            select max(r.bill_to) from billing_run r
            where r.bill_to < ? and not r.released_only and (r.area is null or ?::text is null or r.area = ?)
                and not exists (select from run_account a where a.run = r.id){known}""";

    /// By the cycle before this one that billed everybody.
    static UnbilledPeriods of(Connection connection, Cycle cycle, Known known) throws SQLException {
        String before = BEFORE.replace("{known}", known.change("r"));
        try (PreparedStatement query = connection.prepareStatement(before)) {
            query.setObject(1, cycle.billTo());
            query.setString(2, cycle.area());
            query.setString(3, cycle.area());
            try (ResultSet row = query.executeQuery()) {
                LocalDate billedTo = row.next() ? row.getObject(1, LocalDate.class) : null;
                return new UnbilledPeriods(
                        billedTo == null ? 0 : (int) ChronoUnit.MONTHS.between(billedTo, cycle.billTo()));
            }
        }
    }

    /// @param billed in order
    /// @param first the first actual reading
    /// @param last the last actual reading
    /// @return what is billed, with what is not: before it, and after it up to the period that the next bill measures
    List<BilledPeriod> around(List<BilledPeriod> billed, LocalDate first, LocalDate last) {
        List<BilledPeriod> all = new ArrayList<>();
        if (!billed.isEmpty() && first.isBefore(billed.getFirst().range().from())) {
            divided(DateRange.of(first, billed.getFirst().range().from())).forEach(days -> all.add(unbilled(days)));
        }
        all.addAll(billed);
        LocalDate billedTo = billed.isEmpty() ? first : billed.getLast().range().to();
        if (billedTo.isBefore(last)) {
            List<DateRange> measured = divided(DateRange.of(billedTo, last));
            measured.removeLast();
            measured.forEach(days -> all.add(unbilled(days)));
        }
        return all;
    }

    private static BilledPeriod unbilled(DateRange days) {
        return BilledPeriod.actual(days, Decimal.ZERO, Amounts.ZERO);
    }

    /// Whole cycles from the beginning, as long as more than one and a half of them are left.
    private List<DateRange> divided(DateRange days) {
        List<DateRange> periods = new ArrayList<>();
        LocalDate from = days.from();
        while (cycleMonths > 0 && 2 * ChronoUnit.DAYS.between(from, days.to()) > 3L * cycleMonths * DAYS_OF_A_MONTH) {
            LocalDate to = days.from().plusMonths((periods.size() + 1L) * cycleMonths);
            periods.add(DateRange.of(from, to));
            from = to;
        }
        periods.add(DateRange.of(from, days.to()));
        return periods;
    }
}
