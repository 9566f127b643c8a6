package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.RegimeText;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.Known;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.input.StandingLamps;

/// The calendar by which lamps burn. One that comes later takes the place of the one before it for all days, those too
/// that are billed.
public final class LightingCalendars {
    private LightingCalendars() {}

    /// What of an agreement with lamps is billed, and by which regimes these burn.
    private record Lit(String agreement, @Nullable DateRange billed, Set<String> regimes) {}

    /// Takes a calendar into the books. Whoever was billed for days on which lamps burn otherwise by it is settled by
    /// the next bill.
    ///
    /// @return the agreements whose billed days it changes
    public static Set<String> add(Connection connection, long change, LightingCalendar calendar) throws SQLException {
        Optional<LightingCalendar> before = StandingLamps.calendar(connection, Known.ALL);
        insert(connection, change, calendar);
        Set<String> changed = new TreeSet<>();
        List<String> lit = new ArrayList<>();
        Map<String, Map<DateRange, Optional<LocalDate>>> known = new TreeMap<>();
        for (Lit one : lit(connection)) {
            lit.add(one.agreement());
            Optional<LocalDate> first = before.isEmpty() || one.billed() == null
                    ? Optional.empty()
                    : first(before.get(), calendar, one.regimes(), one.billed(), known);
            if (first.isPresent() && Reopenings.openForDays(connection, change, one.agreement(), first.get())) {
                changed.add(one.agreement());
            }
        }
        BillRequests.addCounted(connection, change, lit);
        return changed;
    }

    private static Optional<LocalDate> first(
            LightingCalendar before,
            LightingCalendar now,
            Set<String> regimes,
            DateRange billed,
            Map<String, Map<DateRange, Optional<LocalDate>>> known) {
        return regimes.stream()
                .flatMap(regime -> known
                        .computeIfAbsent(regime, _ -> new HashMap<>())
                        .computeIfAbsent(billed, days -> now.firstDifference(before, regime, days))
                        .stream())
                .min(LocalDate::compareTo);
    }

    private static void insert(Connection connection, long change, LightingCalendar calendar) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into lighting_regime (change, regime, zone, latitude, longitude, rule)
                values (?, ?, ?, ?, ?, ?)""")) {
            Place place = calendar.place();
            for (Map.Entry<String, Regime> one : calendar.regimes().entrySet()) {
                insert.setLong(1, change);
                insert.setString(2, one.getKey());
                insert.setString(3, calendar.zone().getId());
                insert.setBigDecimal(4, place == null ? null : place.latitude().toBigDecimal());
                insert.setBigDecimal(5, place == null ? null : place.longitude().toBigDecimal());
                insert.setString(6, RegimeText.of(one.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Lit> lit(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select l.agreement, b.first, b.last, array_agg(distinct l.regime) as regimes
                from lamp_group l
                left join lateral (
                    select min(b.gap_from) as first, max(b.billed_to) as last from bill b
                    where b.agreement = l.agreement) b on true
                group by l.agreement, b.first, b.last order by l.agreement""")) {
            return Rows.list(
                    query,
                    row -> new Lit(
                            row.getString("agreement"),
                            row.getObject("first") == null
                                    ? null
                                    : DateRange.of(Rows.date(row, "first"), Rows.date(row, "last")),
                            Set.of((String[]) row.getArray("regimes").getArray())));
        }
    }
}
