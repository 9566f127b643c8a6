package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Reads what agreements were charged in the end for the periods before their gaps, where a minimum or a maximum of a
/// year compares that: of each the lines of the last bill that stands, or the old system's amount where there is none.
final class ChargedPastRows {
    private static final String LINES = """
            select b.agreement, s.from_day, s.to_day, b.serial, r.component, sum(l.amount)::bigint
            from unnest({agreements}, {first}, {to}) as o(agreement, first, gap)
            join bill b on b.agreement = o.agreement{bill}
            join bill_segment s on s.bill = b.serial
            left join charge_line l on l.bill = s.bill and l.segment = s.ordinal
            left join charge_rate r on r.id = l.rate
            where s.to_day > o.first and s.to_day <= o.gap
                and not exists (select from cancellation c where c.bill = b.serial{cancellation})
            group by b.agreement, s.from_day, s.to_day, b.serial, r.component
            order by b.serial""";

    private static final String FORMER = """
            select f.agreement, f.from_day, f.to_day, f.net, f.tax
            from unnest({agreements}, {first}, {to}) as o(agreement, first, gap)
            join former_bill f on f.agreement = o.agreement{former}
            where f.to_day > o.first and f.to_day <= o.gap""";

    private static final Comparator<DateRange> IN_ORDER =
            Comparator.comparing(DateRange::from).thenComparing(DateRange::to);

    private final Connection connection;
    private final Known known;
    private final Function<String, Tariff> tariffs;
    private final Map<String, NavigableMap<DateRange, Charged>> charged = new HashMap<>();

    /// @param bill the serial of the bill that says it; zero for one of the old system
    private record Charged(long bill, Money amount) {}

    /// @param tariffs by which each agreement is billed
    ChargedPastRows(Connection connection, Known known, Function<String, Tariff> tariffs) {
        this.connection = connection;
        this.known = known;
        this.tariffs = tariffs;
    }

    /// By agreement, in the order of their days.
    ///
    /// @param agreements whose prices compare it
    /// @param first the first day that each asks of
    /// @param until the day up to which each asks
    Map<String, List<ChargedPeriod>> read(
            Collection<OpenAgreement> agreements,
            Map<String, LocalDate> first,
            Function<OpenAgreement, LocalDate> until)
            throws SQLException {
        if (agreements.isEmpty()) {
            return Map.of();
        }
        List<String> names = agreements.stream().map(one -> one.reference).toList();
        String dates = Literals.dates(names.stream().map(first::get).toList());
        String ends = Literals.dates(agreements.stream().map(until).toList());
        Function<String, String> asked = form -> form.replace("{former}", known.change("f"))
                .replace("{agreements}", Literals.texts(names))
                .replace("{first}", dates)
                .replace("{to}", ends)
                .replace("{bill}", known.bill("b"))
                .replace("{cancellation}", known.change("c"));
        CopiedRows.each(connection, asked.apply(FORMER), this::addFormer);
        CopiedRows.each(connection, asked.apply(LINES), this::addLines);
        Map<String, List<ChargedPeriod>> periods = new HashMap<>();
        charged.forEach((agreement, of) -> periods.put(
                agreement,
                of.entrySet().stream()
                        .map(one ->
                                new ChargedPeriod(one.getKey(), one.getValue().amount()))
                        .toList()));
        return periods;
    }

    private void addFormer(CopiedRows row) {
        String agreement = row.text();
        DateRange range = DateRange.of(row.date(), row.date());
        Money net = Money.ofMinor(row.whole());
        Money tax = Money.ofMinor(row.whole());
        boolean isWithTax = tariffs.apply(agreement).basis() == TaxBasis.TAX_INCLUDED;
        put(agreement, range, new Charged(0, isWithTax ? net.plus(tax) : net));
    }

    /// What a later bill says takes the place of what those before it do. A period without lines was charged nothing.
    private void addLines(CopiedRows row) {
        String agreement = row.text();
        DateRange range = DateRange.of(row.date(), row.date());
        long bill = row.whole();
        String component = row.textOrNull();
        Money amount = amount(agreement, range, component, row);
        Charged before =
                charged.getOrDefault(agreement, new TreeMap<>(IN_ORDER)).get(range);
        Money sum = before != null && before.bill() == bill ? before.amount().plus(amount) : amount;
        put(agreement, range, new Charged(bill, sum));
    }

    private Money amount(String agreement, DateRange range, @Nullable String component, CopiedRows row) {
        Money amount = Money.ofMinor(row.whole());
        boolean isCounted = component != null
                && !tariffs.apply(agreement).uncountedInYear(range).contains(component);
        return isCounted ? amount : Money.ZERO;
    }

    private void put(String agreement, DateRange range, Charged of) {
        charged.computeIfAbsent(agreement, _ -> new TreeMap<>(IN_ORDER)).put(range, of);
    }
}
