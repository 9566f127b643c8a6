package org.taswiya.store.validation;

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
import org.jspecify.annotations.Nullable;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Which registers belong to one device: those under one serial at one premise, each with a name.
public final class DeviceSiblings {
    private static final String SERIALS =
            "select serial from meter where usage_point = any({keys}) and register_name is not null";

    private static final String REGISTERS = """
            select m.usage_point, p.premise, m.serial, m.register_name, m.part_of, m.installed_at, m.removed_at
            from meter m join usage_point p on p.reference = m.usage_point
            where m.serial = any({serials}) and m.register_name is not null
            order by m.usage_point, m.installed_at""";

    private DeviceSiblings() {}

    /// Another register of a device.
    ///
    /// @param isBandOfThis whether it counts a part of what the register counts whose sibling it is
    /// @param from the first day on which both are in place
    /// @param to the last one; null while both are
    public record OtherRegister(
            String usagePoint,
            String name,
            boolean isBandOfThis,
            LocalDate from,
            @Nullable LocalDate to) {

        public boolean isThere(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private record NamedRegister(
            String usagePoint,
            String premise,
            String serial,
            String name,
            @Nullable String partOf,
            LocalDate from,
            @Nullable LocalDate to) {

        static NamedRegister of(CopiedRows row) {
            return new NamedRegister(
                    row.text(), row.text(), row.text(), row.text(), row.textOrNull(), row.date(), row.dateOrNull());
        }

        List<String> device() {
            return List.of(premise, serial);
        }

        /// How another register stands beside this one; null when it never does.
        @Nullable OtherRegister beside(NamedRegister other) {
            LocalDate first = from.isAfter(other.from) ? from : other.from;
            LocalDate last = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
            return usagePoint.equals(other.usagePoint) || (last != null && !first.isBefore(last))
                    ? null
                    : new OtherRegister(other.usagePoint, other.name, name.equals(other.partOf), first, last);
        }
    }

    /// By usage point; those whose device has one register are not among them.
    public static Map<String, List<OtherRegister>> of(Connection connection, Collection<String> usagePoints)
            throws SQLException {
        Map<String, List<OtherRegister>> others = new HashMap<>();
        for (List<NamedRegister> device : devices(connection, usagePoints).values()) {
            for (NamedRegister one : device) {
                for (NamedRegister other : device) {
                    OtherRegister beside = one.beside(other);
                    if (beside != null) {
                        others.computeIfAbsent(one.usagePoint(), _ -> new ArrayList<>(2))
                                .add(beside);
                    }
                }
            }
        }
        return others;
    }

    private static Map<List<String>, List<NamedRegister>> devices(Connection connection, Collection<String> usagePoints)
            throws SQLException {
        Set<String> serials = new HashSet<>();
        if (!usagePoints.isEmpty()) {
            String select = SERIALS.replace("{keys}", Literals.texts(usagePoints));
            CopiedRows.each(connection, select, row -> serials.add(row.text()));
        }
        Map<List<String>, List<NamedRegister>> devices = new HashMap<>();
        if (!serials.isEmpty()) {
            CopiedRows.each(connection, REGISTERS.replace("{serials}", Literals.texts(serials)), row -> {
                NamedRegister register = NamedRegister.of(row);
                devices.computeIfAbsent(register.device(), _ -> new ArrayList<>(4))
                        .add(register);
            });
        }
        return devices;
    }
}
