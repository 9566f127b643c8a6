package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.RegimeText;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Lamps without a meter and their burning hours as they stand: of an entry, and of the calendar, what was written last
/// counts.
public final class StandingLamps {
    private static final String LAMPS = """
            select distinct on (l.agreement, l.place, l.type, l.from_day)
                   l.agreement, l.place, l.type, l.lamps, l.watts, l.losses, l.from_day, l.to_day, l.regime
            from lamp_group l where l.agreement = any({agreements}){known}
            order by l.agreement, l.place, l.type, l.from_day, l.change desc""";

    private static final String CALENDAR = """
            select r.regime, r.zone, r.latitude, r.longitude, r.rule from lighting_regime r
            where r.change = (select max(n.change) from lighting_regime n where true{known}) order by r.regime""";

    private StandingLamps() {}

    /// The entries of some agreements, by agreement, those too that count no lamps any more.
    ///
    /// @param known of the books
    public static Map<String, List<LampGroup>> of(Connection connection, Collection<String> agreements, Known known)
            throws SQLException {
        Map<String, List<LampGroup>> lamps = new HashMap<>();
        if (agreements.isEmpty()) {
            return lamps;
        }
        String select =
                LAMPS.replace("{agreements}", Literals.texts(agreements)).replace("{known}", known.change("l"));
        CopiedRows.each(
                connection,
                select,
                row -> lamps.computeIfAbsent(row.text(), _ -> new ArrayList<>(4))
                        .add(group(row)));
        return lamps;
    }

    private static LampGroup group(CopiedRows row) {
        String place = row.text();
        String type = row.text();
        int count = (int) row.whole();
        Decimal watts = row.numeric();
        Decimal losses = row.numeric();
        LocalDate from = row.date();
        LocalDate to = row.dateOrNull();
        return new LampGroup(place, type, count, watts, losses, from, to, row.text());
    }

    /// The calendar of burning hours; empty where there is none yet.
    ///
    /// @param known of the books
    public static Optional<LightingCalendar> calendar(Connection connection, Known known) throws SQLException {
        Calendar calendar = new Calendar();
        CopiedRows.each(connection, CALENDAR.replace("{known}", known.change("n")), calendar::add);
        return calendar.made();
    }

    /// Of its rows.
    private static final class Calendar {
        private @Nullable ZoneId zone;
        private @Nullable Place place;
        private final TreeMap<String, Regime> regimes = new TreeMap<>();

        void add(CopiedRows row) {
            String regime = row.text();
            zone = ZoneId.of(row.text());
            Decimal latitude = row.numericOrNull();
            Decimal longitude = row.numericOrNull();
            place = latitude == null || longitude == null ? null : new Place(latitude, longitude);
            regimes.put(regime, RegimeText.parse(row.text()));
        }

        Optional<LightingCalendar> made() {
            ZoneId legal = zone;
            return legal == null ? Optional.empty() : Optional.of(new LightingCalendar(legal, place, regimes));
        }
    }
}
