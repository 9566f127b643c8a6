package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Register;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;

/// Finds the registers that count by time band what a tariff prices by it: those of the agreement's device that are
/// named as its bands are. Where one of them lacks or stands twice, one dial counts.
final class BandRegisterRows {
    private static final String REGISTERS = """
            select o.usage_point, m.usage_point, m.register_name, m.unit, m.digits, m.decimals, m.multiplier
            from unnest({points}) as o(usage_point)
            join lateral (
                select m.serial, m.register_name from meter m
                where m.usage_point = o.usage_point and m.installed_at <= {on}{meter}
                order by m.installed_at desc limit 1) own on own.register_name is not null
            join usage_point p on p.reference = o.usage_point
            join usage_point q on q.premise = p.premise
            join lateral (
                select * from meter m where m.usage_point = q.reference and m.installed_at <= {on}{meter}
                order by m.installed_at desc limit 1) m on m.serial = own.serial and m.register_name is not null
            order by o.usage_point, m.register_name, m.usage_point""";

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Map<String, Optional<Tariff>> ofBands = new HashMap<>();

    private record There(String point, String name, Register register) {}

    BandRegisterRows(Connection connection, Cycle cycle, Known known, Function<String, Optional<Tariff>> tariffs) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
        this.tariffs = tariffs;
    }

    /// @param end the day after the last that a bill may price: what is priced otherwise from then on asks for no
    ///     register of today
    /// @return the agreements at each of their registers
    List<OpenAgreement> read(Collection<OpenAgreement> agreements, Function<OpenAgreement, LocalDate> end)
            throws SQLException {
        Map<OpenAgreement, Set<String>> asking = new LinkedHashMap<>();
        for (OpenAgreement one : agreements) {
            Set<String> bands = bands(one, end.apply(one));
            if (bands.size() > 1) {
                asking.put(one, bands);
            }
        }
        List<OpenAgreement> at = new ArrayList<>();
        if (asking.isEmpty()) {
            return at;
        }
        Map<String, List<There>> there = there(
                asking.keySet().stream().map(one -> one.usagePoint).distinct().toList());
        asking.forEach((one, bands) -> {
            Map<String, There> byBand = byBand(bands, there.getOrDefault(one.usagePoint, List.of()));
            byBand.forEach((band, register) -> one.ofBands.put(band, one.at(register.point(), register.register())));
            at.addAll(one.ofBands.values());
        });
        return at;
    }

    private Set<String> bands(OpenAgreement one, LocalDate end) {
        LocalDate last = one.gapFrom.isBefore(end) ? end : one.gapFrom.plusDays(1);
        return ofBands.computeIfAbsent(
                        one.tariff,
                        id -> tariffs.apply(id)
                                .filter(tariff -> tariff.timeBands().size() > 1))
                .map(tariff -> tariff.in(DateRange.of(one.gapFrom, last)).timeBands())
                .orElse(Set.of());
    }

    /// Each band once, or none at all.
    private static Map<String, There> byBand(Set<String> bands, List<There> registers) {
        Map<String, There> byBand = new HashMap<>();
        for (There register : registers) {
            String band = register.name().toLowerCase(Locale.ROOT);
            if (bands.contains(band) && byBand.put(band, register) != null) {
                return Map.of();
            }
        }
        return byBand.keySet().equals(bands) ? byBand : Map.of();
    }

    private Map<String, List<There>> there(List<String> points) throws SQLException {
        Map<String, List<There>> there = new HashMap<>();
        String select = REGISTERS
                .replace("{points}", Literals.texts(points))
                .replace("{on}", Literals.of(cycle.readTo()))
                .replace("{meter}", known.change("m"));
        CopiedRows.each(connection, select, row -> {
            List<There> ofPoint = there.computeIfAbsent(row.text(), _ -> new ArrayList<>(2));
            String point = row.text();
            String name = row.text();
            Register register = OpenAgreement.register(row);
            if (register != null) {
                ofPoint.add(new There(point, name, register));
            }
        });
        return there;
    }
}
