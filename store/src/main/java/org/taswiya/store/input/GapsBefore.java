package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The gaps from which the bills of some days were made: each begins where the reading lies from which the bill that
/// stands before these days says that the next has to look.
final class GapsBefore {
    private static final String SELECT = """
            select a.reference, least(d.first, coalesce((
                select max(b.next_gap_from) from bill b
                where b.agreement = a.reference and b.next_gap_from <= d.first
                    and not exists (select from cancellation c where c.bill = b.serial)), a.billed_from))
            from unnest({agreements}, {first}) as d(agreement, first)
            join service_agreement a on a.reference = d.agreement""";

    private GapsBefore() {}

    /// @param days by agreement
    static void tell(Connection connection, Collection<OpenAgreement> agreements, Map<String, DateRange> days)
            throws SQLException {
        List<String> names = new ArrayList<>(days.size());
        List<LocalDate> first = new ArrayList<>(days.size());
        days.forEach((name, range) -> {
            names.add(name);
            first.add(range.from());
        });
        String select = SELECT.replace("{agreements}", Literals.texts(names)).replace("{first}", Literals.dates(first));
        Map<String, LocalDate> begin = new HashMap<>();
        CopiedRows.each(connection, select, row -> begin.put(row.text(), row.date()));
        agreements.forEach(one -> one.gapFrom = begin.getOrDefault(one.reference, one.gapFrom));
    }
}
