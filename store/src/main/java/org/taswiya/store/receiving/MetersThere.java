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
import java.util.function.Function;
import org.taswiya.core.metering.DeviceRegister;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The meters at some usage points, and those with some serials, as the books have them.
public final class MetersThere {
    private static final String POINTS = "select reference from usage_point where reference = any({keys})";

    private static final String METERS = """
            select usage_point, serial, installed_at, removed_at, digits::integer, decimals::integer, multiplier,
                   unit::text, first_value, register_name, part_of
            from meter where\s""";

    private static final String AT_POINTS = METERS + "usage_point = any({keys})";
    private static final String OF_SERIALS = METERS + "serial = any({keys})";

    private final Set<String> points = new HashSet<>();
    private final Map<String, List<Meter>> atPoint = new HashMap<>();
    private final Map<String, List<Meter>> ofSerial = new HashMap<>();

    private MetersThere() {}

    public static MetersThere of(Connection connection, Collection<String> points, Collection<String> serials)
            throws SQLException {
        MetersThere there = new MetersThere();
        if (!points.isEmpty()) {
            String keys = Literals.texts(points);
            CopiedRows.each(connection, POINTS.replace("{keys}", keys), row -> there.points.add(row.text()));
            there.read(connection, AT_POINTS.replace("{keys}", keys), there.atPoint, Meter::usagePoint);
        }
        if (!serials.isEmpty()) {
            there.read(
                    connection, OF_SERIALS.replace("{keys}", Literals.texts(serials)), there.ofSerial, Meter::serial);
        }
        return there;
    }

    private void read(Connection connection, String select, Map<String, List<Meter>> into, Function<Meter, String> key)
            throws SQLException {
        CopiedRows.each(connection, select, row -> {
            Meter meter = meter(row);
            into.computeIfAbsent(key.apply(meter), _ -> new ArrayList<>(1)).add(meter);
        });
    }

    private static Meter meter(CopiedRows row) {
        String point = row.text();
        String serial = row.text();
        LocalDate installed = row.date();
        LocalDate removed = row.dateOrNull();
        Integer digits = row.integerOrNull();
        int decimals = (int) row.whole();
        Decimal multiplier = row.numeric();
        Unit unit = Unit.ofSymbol(row.text()).orElseThrow();
        Register register = new Register(digits, decimals, multiplier, unit);
        Decimal first = row.numeric();
        String name = row.textOrNull();
        String partOf = row.textOrNull();
        DeviceRegister which = name == null ? null : new DeviceRegister(name, partOf);
        return new Meter(serial, point, register, installed, first, removed, which);
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
