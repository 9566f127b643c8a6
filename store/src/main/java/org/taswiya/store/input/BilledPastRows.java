package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Reads what agreements were billed in the end for the periods before their gaps, which are settled, or up to another
/// day: of each what the last bill says that stands, or the old system's where there is none.
final class BilledPastRows {
    private static final String SEGMENTS = """
            select b.agreement, s.from_day, s.to_day, s.usage
            from unnest({agreements}, {first}, {to}) as o(agreement, first, gap)
            join bill b on b.agreement = o.agreement{bill}
            join bill_segment s on s.bill = b.serial
            where s.to_day > o.first and s.to_day <= o.gap
                and not exists (select from cancellation c where c.bill = b.serial{cancellation})
            order by b.serial""";

    private static final String FORMER = """
            select f.agreement, f.from_day, f.to_day, f.usage
            from unnest({agreements}, {first}, {to}) as o(agreement, first, gap)
            join former_bill f on f.agreement = o.agreement{former}
            where f.to_day > o.first and f.to_day <= o.gap""";

    private static final Comparator<DateRange> IN_ORDER =
            Comparator.comparing(DateRange::from).thenComparing(DateRange::to);

    private final Connection connection;
    private final Known known;

    BilledPastRows(Connection connection, Known known) {
        this.connection = connection;
        this.known = known;
    }

    /// By agreement, in the order of their days.
    ///
    /// @param first the first day that each asks of
    /// @param until the day up to which each asks
    Map<String, List<Usage>> read(
            Collection<OpenAgreement> agreements,
            Map<String, LocalDate> first,
            Function<OpenAgreement, LocalDate> until)
            throws SQLException {
        Map<String, SortedMap<DateRange, Decimal>> used = new HashMap<>();
        List<OpenAgreement> asking = agreements.stream()
                .filter(one -> first.containsKey(one.reference))
                .toList();
        for (String form : asking.isEmpty() ? List.<String>of() : List.of(FORMER, SEGMENTS)) {
            readInto(used, form, asking, first, until);
        }
        Map<String, List<Usage>> past = new HashMap<>();
        for (OpenAgreement one : asking) {
            past.put(one.reference, inOrder(used.getOrDefault(one.reference, new TreeMap<>(IN_ORDER))));
        }
        return past;
    }

    /// What bills of ours say takes the place of what the old system's do.
    private void readInto(
            Map<String, SortedMap<DateRange, Decimal>> used,
            String form,
            List<OpenAgreement> asking,
            Map<String, LocalDate> first,
            Function<OpenAgreement, LocalDate> until)
            throws SQLException {
        List<String> names = asking.stream().map(one -> one.reference).toList();
        String select = form.replace("{former}", known.change("f"))
                .replace("{agreements}", Literals.texts(names))
                .replace(
                        "{first}", Literals.dates(names.stream().map(first::get).toList()))
                .replace("{to}", Literals.dates(asking.stream().map(until).toList()))
                .replace("{bill}", known.bill("b"))
                .replace("{cancellation}", known.change("c"));
        CopiedRows.each(
                connection, select, row -> add(used, row.text(), DateRange.of(row.date(), row.date()), row.numeric()));
    }

    private static void add(
            Map<String, SortedMap<DateRange, Decimal>> used, String agreement, DateRange range, Decimal usage) {
        used.computeIfAbsent(agreement, _ -> new TreeMap<>(IN_ORDER)).put(range, usage);
    }

    private static List<Usage> inOrder(SortedMap<DateRange, Decimal> used) {
        return used.entrySet().stream()
                .map(of -> new Usage(of.getKey(), of.getValue(), UsageQuality.ACTUAL))
                .toList();
    }
}
