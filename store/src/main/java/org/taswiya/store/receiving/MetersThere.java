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
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.DeviceRegister;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// The meters at some usage points, and those with some serials, as the books have them, with the points themselves.
public final class MetersThere {
    private static final String POINTS =
            "select reference, premise, service from usage_point where reference = any({keys})";

    private static final String METERS = """
            select usage_point, serial, installed_at, removed_at, digits::integer, decimals::integer, multiplier,
                   unit::text, first_value, register_name, part_of
            from meter where\s""";

    private static final String AT_POINTS = METERS + "usage_point = any({keys})";
    private static final String OF_SERIALS = METERS + "serial = any({keys})";

    private final Set<String> asked = new HashSet<>();
    private final Map<String, UsagePoint> points = new HashMap<>();
    private final Map<String, List<Meter>> atPoint = new HashMap<>();
    private final Map<String, List<Meter>> ofSerial = new HashMap<>();

    private MetersThere() {}

    public static MetersThere of(Connection connection, Collection<String> points, Collection<String> serials)
            throws SQLException {
        MetersThere there = new MetersThere();
        there.lookUp(connection, points);
        if (!serials.isEmpty()) {
            there.read(
                    connection, OF_SERIALS.replace("{keys}", Literals.texts(serials)), there.ofSerial, Meter::serial);
        }
        return there;
    }

    /// Looks up usage points that nobody has asked for yet, and the meters at them.
    public void lookUp(Connection connection, Collection<String> points) throws SQLException {
        Set<String> missing = new HashSet<>(points);
        missing.removeAll(asked);
        if (missing.isEmpty()) {
            return;
        }
        asked.addAll(missing);
        String keys = Literals.texts(missing);
        CopiedRows.each(connection, POINTS.replace("{keys}", keys), row -> {
            UsagePoint point = new UsagePoint(row.text(), row.text(), row.text());
            this.points.put(point.reference(), point);
        });
        read(connection, AT_POINTS.replace("{keys}", keys), atPoint, Meter::usagePoint);
    }

    /// What is known already of a usage point, so that nobody looks it up.
    public void add(UsagePoint point, List<Meter> meters) {
        asked.add(point.reference());
        points.put(point.reference(), point);
        atPoint.put(point.reference(), meters);
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
        return points.containsKey(point);
    }

    /// The point itself; null when the books have none of this name.
    public @Nullable UsagePoint point(String point) {
        return points.get(point);
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
