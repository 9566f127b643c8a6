package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Which periods of agreements were billed on estimates since somebody last read the meter: by bills that stand, ours
/// and those of the old system.
///
/// Of an agreement whose last bill reaches no further than that day, nothing but that bill is looked at.
final class EstimatedPeriods {
    /// Bills that reach beyond the last reading are among the open ones of the last bill. What the lateral part reads
    /// is found by keys, agreement by agreement; without the limit the planner may read all segments there are.
    private static final String OURS = """
            select o.agreement, s.from_day, s.to_day
            from unnest({agreements}, {days}) as o(agreement, day)
            cross join lateral (
                select b.open_bills, b.billed_to from bill b
                where b.agreement = o.agreement order by b.run desc limit 1) l
            cross join lateral (
                select b.serial from bill b where b.agreement = o.agreement and l.billed_to > o.day
                order by b.run desc limit l.open_bills) b
            cross join lateral (
                select s.from_day, s.to_day from bill_segment s
                where s.bill = b.serial and s.kind = 'estimated' and s.from_day >= o.day limit 1000) s
            where not exists (select from cancellation c where c.bill = b.serial)
            order by o.agreement, s.from_day""";

    private static final String FORMER = """
            select o.agreement, f.from_day, f.to_day
            from unnest({agreements}, {days}) as o(agreement, day)
            cross join lateral (
                select f.from_day, f.to_day from former_bill f
                where f.agreement = o.agreement and f.from_day >= o.day and f.is_estimated limit 1000) f
            order by o.agreement, f.from_day""";

    private EstimatedPeriods() {}

    /// @param since by agreement, the day on which somebody last read its meter
    static void each(Connection connection, Map<String, LocalDate> since, BiConsumer<String, DateRange> period)
            throws SQLException {
        if (since.isEmpty()) {
            return;
        }
        List<String> agreements = since.keySet().stream().sorted().toList();
        List<LocalDate> days = new ArrayList<>(agreements.size());
        agreements.forEach(agreement -> days.add(since.get(agreement)));
        for (String select : List.of(OURS, FORMER)) {
            String asked =
                    select.replace("{agreements}", Literals.texts(agreements)).replace("{days}", Literals.dates(days));
            CopiedRows.each(connection, asked, row -> period.accept(row.text(), DateRange.of(row.date(), row.date())));
        }
    }
}
