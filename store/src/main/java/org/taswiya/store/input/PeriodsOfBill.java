package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The periods of a bill that is made again: those that it had, whatever what nobody billed is divided into today.
final class PeriodsOfBill {
    private PeriodsOfBill() {}

    /// Of the bills of the run from before which all is known.
    static void read(Connection connection, Map<String, OpenAgreement> agreements, Known known) throws SQLException {
        if (known.equals(Known.ALL)) {
            return;
        }
        String select = """
                select b.agreement, s.from_day, s.to_day
                from bill b join bill_segment s on s.bill = b.serial
                where b.agreement = any({agreements}) and b.run = {run}
                order by b.agreement, s.from_day""".replace("{agreements}", Literals.texts(agreements.keySet()))
                .replace("{run}", Long.toString(known.beforeRun()));
        CopiedRows.each(connection, select, row -> {
            OpenAgreement agreement = agreements.get(row.text());
            DateRange days = DateRange.of(row.date(), row.date());
            if (agreement != null) {
                agreement.again.add(days);
            }
        });
    }

    /// Whether a bill that is made again has a period that nobody had billed before it. One that settles what was
    /// billed and nothing else tells of no such period, and what nobody billed is divided for it as for a new one.
    static boolean hasOwn(List<BilledPeriod> billed, Collection<DateRange> again) {
        return !unbilled(billed, again).isEmpty();
    }

    private static List<DateRange> unbilled(List<BilledPeriod> billed, Collection<DateRange> again) {
        Set<DateRange> ranges = billed.stream().map(BilledPeriod::range).collect(Collectors.toSet());
        return new ArrayList<>(
                again.stream().filter(days -> !ranges.contains(days)).toList());
    }

    /// What was billed before it, with what nobody had: but for what it measures or estimates itself, which is last.
    ///
    /// @param billed in order
    /// @param again the periods of the bill in order, of which it [#hasOwn]
    static List<BilledPeriod> around(List<BilledPeriod> billed, Collection<DateRange> again) {
        List<DateRange> unbilled = unbilled(billed, again);
        if (billed.isEmpty()
                || !unbilled.getLast().from().isBefore(billed.getLast().range().to())) {
            unbilled.removeLast();
        }
        List<BilledPeriod> all = new ArrayList<>(billed);
        unbilled.forEach(days -> all.add(BilledPeriod.unbilled(days)));
        all.sort(Comparator.comparing(period -> period.range().from()));
        return all;
    }
}
