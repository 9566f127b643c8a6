package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What all customers owe now, by how long ago it fell due on a day.
///
/// @param rows by service, those without one last, and class
public record Aging(List<Row> rows) {
    private static final List<AgeBand> BANDS = List.of(AgeBand.values());

    public Aging {
        rows = List.copyOf(rows);
    }

    /// What one class owes for one service.
    ///
    /// @param service empty for items of the old system, which name none
    /// @param items how many
    /// @param open by band; a band without any is left out
    public record Row(String service, CustomerClass of, long items, Map<AgeBand, Money> open) {
        public Row {
            open = Collections.unmodifiableMap(new EnumMap<>(open));
        }

        public Money total() {
            return open.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }

    /// Equal to the balance of `assets:receivable`.
    public Money total() {
        return rows.stream().map(Row::total).reduce(Money.ZERO, Money::plus);
    }

    /// All classes and services together.
    public Map<AgeBand, Money> byBand() {
        Map<AgeBand, Money> sums = new EnumMap<>(AgeBand.class);
        rows.forEach(row -> row.open().forEach((band, open) -> sums.merge(band, open, Money::plus)));
        return sums;
    }

    public static Aging on(Database database, LocalDate day) {
        try (Connection connection = database.connect()) {
            return on(connection, day);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One scan of what is open. Items are joined as they are: to group them by account first leaves nearly as many,
    /// and keeps PostgreSQL from sharing the work among its processes.
    public static Aging on(Connection connection, LocalDate day) throws SQLException {
        String bounds =
                Arrays.stream(AgeBand.bounds()).mapToObj(Integer::toString).collect(Collectors.joining(","));
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(p.service, '') as service, c.class,
                       width_bucket(?::date - i.due_on, array[%s]) as band, count(*) as items,
                       sum(i.open)::bigint as open
                from open_item i
                join customer_account a on a.reference = i.account
                join customer c on c.reference = a.customer
                left join service_agreement s on s.reference = i.agreement
                left join usage_point p on p.reference = s.usage_point
                group by p.service, c.class, band
                order by p.service nulls last, c.class, band""".formatted(bounds))) {
            query.setObject(1, day);
            Map<Kind, Counted> rows = new LinkedHashMap<>();
            Rows.each(query, row -> {
                Kind kind = new Kind(row.getString("service"), CustomerClass.ofCode(row.getString("class")));
                Counted counted = rows.computeIfAbsent(kind, _ -> new Counted());
                counted.items += row.getLong("items");
                counted.open.put(BANDS.get(row.getInt("band")), Money.ofMinor(row.getLong("open")));
            });
            return new Aging(rows.entrySet().stream()
                    .map(row -> new Row(
                            row.getKey().service(), row.getKey().of(), row.getValue().items, row.getValue().open))
                    .toList());
        }
    }

    private record Kind(String service, CustomerClass of) {}

    private static final class Counted {
        private long items;
        private final Map<AgeBand, Money> open = new EnumMap<>(AgeBand.class);
    }
}
