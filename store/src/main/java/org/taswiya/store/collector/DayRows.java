package org.taswiya.store.collector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;

/// What collectors have in the books for a day, so far.
final class DayRows {
    private final Connection connection;
    private final Map<Day, Money> collected = new HashMap<>();
    private final Set<Day> changed = new LinkedHashSet<>();

    private record Day(String collector, LocalDate day) {}

    DayRows(Connection connection) {
        this.connection = connection;
    }

    Money of(String collector, LocalDate day) throws SQLException {
        Day key = new Day(collector, day);
        Money known = collected.get(key);
        if (known == null) {
            known = read(key);
            collected.put(key, known);
        }
        return known;
    }

    private Money read(Day key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select collected from collector_day where collector = ? and day = ?")) {
            query.setString(1, key.collector());
            query.setObject(2, key.day());
            return Rows.list(query, row -> Money.ofMinor(row.getLong(1))).stream()
                    .findFirst()
                    .orElse(Money.ZERO);
        }
    }

    void add(String collector, LocalDate day, Money amount) throws SQLException {
        Day key = new Day(collector, day);
        collected.put(key, of(collector, day).plus(amount));
        changed.add(key);
    }

    void send() throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement("""
                insert into collector_day values (?, ?, ?) on conflict (collector, day) do update set
                    collected = excluded.collected""")) {
            for (Day day : changed) {
                save.setString(1, day.collector());
                save.setObject(2, day.day());
                save.setLong(3, of(day.collector(), day.day()).minorUnits());
                save.addBatch();
            }
            save.executeBatch();
        }
    }
}
