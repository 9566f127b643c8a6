package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The meters at some usage points, and those with some serials, as the books have them.
public final class MetersThere {
    private static final String COLUMNS = "m.usage_point, m.serial, m.installed_at, m.removed_at, m.digits::integer,"
            + " m.decimals::integer, m.multiplier, m.unit::text, m.first_value";

    private static final String AT_POINTS = "select p.reference, " + COLUMNS + """
             from unnest({keys}) as k(reference)
            join usage_point p on p.reference = k.reference
            left join meter m on m.usage_point = p.reference""";

    private static final String OF_SERIALS = "select m.usage_point, " + COLUMNS
            + " from unnest({keys}) as k(serial) join meter m on m.serial = k.serial";

    private final Set<String> points = new HashSet<>();
    private final Map<String, List<Meter>> atPoint = new HashMap<>();
    private final Map<String, List<Meter>> ofSerial = new HashMap<>();

    private MetersThere() {}

    public static MetersThere of(Connection connection, Collection<String> points, Collection<String> serials)
            throws SQLException {
        MetersThere there = new MetersThere();
        if (!points.isEmpty()) {
            there.read(connection, AT_POINTS.replace("{keys}", Literals.texts(points)), there.atPoint, false);
        }
        if (!serials.isEmpty()) {
            there.read(connection, OF_SERIALS.replace("{keys}", Literals.texts(serials)), there.ofSerial, true);
        }
        return there;
    }

    private void read(Connection connection, String select, Map<String, List<Meter>> into, boolean bySerial)
            throws SQLException {
        CopiedRows.each(connection, select, row -> {
            String point = row.text();
            points.add(point);
            if (row.textOrNull() == null) {
                return;
            }
            Meter meter = meter(point, row);
            into.computeIfAbsent(bySerial ? meter.serial() : point, _ -> new ArrayList<>(1))
                    .add(meter);
        });
    }

    private static Meter meter(String point, CopiedRows row) {
        String serial = row.text();
        LocalDate installed = row.date();
        LocalDate removed = row.dateOrNull();
        Integer digits = row.integerOrNull();
        int decimals = (int) row.whole();
        Decimal multiplier = row.numeric();
        Unit unit = Unit.ofSymbol(row.text()).orElseThrow();
        return new Meter(
                serial, point, new Register(digits, decimals, multiplier, unit), installed, row.numeric(), removed);
    }

    public boolean isPoint(String point) {
        return points.contains(point);
    }

    /// In no order.
    public List<Meter> at(String point) {
        return atPoint.getOrDefault(point, List.of());
    }

    /// In no order.
    public List<Meter> withSerial(String serial) {
        return ofSerial.getOrDefault(serial, List.of());
    }
}
