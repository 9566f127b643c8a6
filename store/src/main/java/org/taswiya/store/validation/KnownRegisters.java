package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.ReadingKind;

/// What the books know of the registers of usage points, as validation asks for it: a few queries whatever their
/// number.
public final class KnownRegisters {
    /// Days that never come; a vacancy that is not over lasts until then.
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    private static final String METERS = """
            select usage_point, digits::integer, decimals::integer, multiplier, unit::text, installed_at, removed_at
            from meter where usage_point = any({keys}) order by usage_point, installed_at""";

    private static final String READINGS = """
            select usage_point, at, case kind when 'actual' then 0 when 'customer' then 1 else 2 end, value, least_hour
            from counting_reading where usage_point = any({keys}) and at >= {since}
            order by usage_point, at, revision""";

    private static final String EXCHANGES = """
            select distinct on (usage_point, at) usage_point, at, removed, installed from meter_exchange
            where usage_point = any({keys}) order by usage_point, at, revision desc""";

    private static final String PREMISES = "select premise, reference from usage_point where reference = any({keys})";

    private static final String VACANCIES = "select premise, from_day, to_day from vacancy where premise = any({keys})";

    private static final String AGREEMENTS = """
            select usage_point, reference, from_day, to_day
            from service_agreement where usage_point = any({keys}) order by usage_point, from_day""";

    /// Somebody is served where a meter stands behind another one, and by the other registers of a device.
    private static final String SERVED_BY_OTHERS = """
            select s.sub, greatest(s.from_day, a.from_day), least(s.to_day, a.to_day)
            from sub_meter_in_force s join service_agreement a on a.usage_point = s.main
            where s.sub = any({keys}) and daterange(s.from_day, s.to_day) && daterange(a.from_day, a.to_day)
            union all
            select m.usage_point, a.from_day, a.to_day
            from meter m
            join usage_point p on p.reference = m.usage_point
            join meter o on o.serial = m.serial and o.register_name <> m.register_name
            join usage_point q on q.reference = o.usage_point and q.premise = p.premise
            join service_agreement a on a.usage_point = o.usage_point
            where m.usage_point = any({keys})""";

    private KnownRegisters() {}

    /// By usage point; those without a meter are not among them.
    ///
    /// Of readings, where they came from is left out: nothing about a register depends on it.
    ///
    /// @param since older readings are not read
    public static Map<String, KnownRegister> of(Connection connection, Collection<String> usagePoints, LocalDate since)
            throws SQLException {
        Map<String, Parts> parts = new HashMap<>();
        if (usagePoints.isEmpty()) {
            return Map.of();
        }
        String keys = Literals.texts(usagePoints);
        CopiedRows.each(connection, METERS.replace("{keys}", keys), row -> {
            String point = row.text();
            parts.merge(point, new Parts(row), Parts::followedBy);
        });
        each(connection, READINGS.replace("{since}", Literals.of(since)), keys, parts, Parts::addReading);
        each(connection, EXCHANGES, keys, parts, Parts::addExchange);
        each(connection, AGREEMENTS, keys, parts, Parts::addAgreement);
        addServedByOthers(connection, parts);
        addVacancies(connection, keys, parts);
        addBilled(connection, parts);
        Map<String, KnownRegister> known = new HashMap<>();
        parts.forEach((point, part) -> known.put(point, part.known()));
        return known;
    }

    private interface Part {
        void add(Parts to, CopiedRows row);
    }

    private static void each(Connection connection, String select, String keys, Map<String, Parts> parts, Part part)
            throws SQLException {
        CopiedRows.each(connection, select.replace("{keys}", keys), row -> {
            Parts to = parts.get(row.text());
            if (to != null) {
                part.add(to, row);
            }
        });
    }

    private static void addVacancies(Connection connection, String keys, Map<String, Parts> parts) throws SQLException {
        Map<String, List<Parts>> at = new HashMap<>();
        CopiedRows.each(connection, PREMISES.replace("{keys}", keys), row -> {
            String premise = row.text();
            Parts of = parts.get(row.text());
            if (of != null) {
                at.computeIfAbsent(premise, _ -> new ArrayList<>(1)).add(of);
            }
        });
        CopiedRows.each(connection, VACANCIES.replace("{keys}", Literals.texts(at.keySet())), row -> {
            List<Parts> empty = at.getOrDefault(row.text(), List.of());
            DateRange days = days(row.date(), row.dateOrNull());
            empty.forEach(part -> part.inactive.add(days));
        });
    }

    /// Asked only for registers without an agreement of their own on some days, which are few.
    private static void addServedByOthers(Connection connection, Map<String, Parts> parts) throws SQLException {
        List<String> without = parts.entrySet().stream()
                .filter(one -> !one.getValue().withoutAgreement().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!without.isEmpty()) {
            String keys = Literals.texts(without);
            each(
                    connection,
                    SERVED_BY_OTHERS,
                    keys,
                    parts,
                    (to, row) -> to.served.add(days(row.date(), row.dateOrNull())));
        }
    }

    /// Of each agreement of a point, from the day on which somebody last read it there.
    private static void addBilled(Connection connection, Map<String, Parts> parts) throws SQLException {
        Map<String, LocalDate> agreements = new HashMap<>();
        Map<String, Parts> byAgreement = new HashMap<>();
        for (Parts of : parts.values()) {
            LocalDate lastRead = of.lastRead();
            if (lastRead != null) {
                of.agreements.forEach(agreement -> {
                    agreements.put(agreement, lastRead);
                    byAgreement.put(agreement, of);
                });
            }
        }
        EstimatedPeriods.each(connection, agreements, (agreement, period) -> {
            Parts of = byAgreement.get(agreement);
            if (of != null) {
                of.billedOnEstimates.add(period);
            }
        });
    }

    private static DateRange days(LocalDate from, @Nullable LocalDate to) {
        return DateRange.of(from, to == null ? FOREVER : to);
    }

    /// What is known of one register so far.
    private static final class Parts {
        private final Register register;
        private final LocalDate installedAt;
        private final @Nullable LocalDate removedAt;
        /// Of all meters, by the days on which they were installed.
        private final NavigableMap<LocalDate, Register> registers = new TreeMap<>();
        private final List<Reading> readings = new ArrayList<>();
        private final Map<LocalDate, Decimal> leastHours = new HashMap<>();
        private final List<MeterExchange> exchanges = new ArrayList<>();
        private final List<DateRange> inactive = new ArrayList<>();
        private final List<String> agreements = new ArrayList<>(1);
        private final List<DateRange> billedOnEstimates = new ArrayList<>(0);
        /// Days on which somebody is served, in any order.
        private final List<DateRange> served = new ArrayList<>(1);

        Parts(CopiedRows row) {
            Integer digits = row.integerOrNull();
            int decimals = (int) row.whole();
            Decimal multiplier = row.numeric();
            register = new Register(
                    digits, decimals, multiplier, Unit.ofSymbol(row.text()).orElseThrow());
            installedAt = row.date();
            removedAt = row.dateOrNull();
            registers.put(installedAt, register);
        }

        private Parts(Parts first, Parts last) {
            register = last.register;
            installedAt = first.installedAt;
            removedAt = last.removedAt;
            registers.putAll(first.registers);
            registers.putAll(last.registers);
        }

        /// Meters of a usage point follow each other: how it shows is said by the last one.
        Parts followedBy(Parts next) {
            return new Parts(this, next);
        }

        /// They come by days and revisions: of a day the last one is in force.
        void addReading(CopiedRows row) {
            LocalDate at = row.date();
            ReadingKind kind = KINDS.get((int) row.whole());
            Reading reading = kind.reading(at, row.numeric(), "");
            Decimal leastHour = row.numericOrNull();
            if (!readings.isEmpty() && readings.getLast().at().equals(at)) {
                readings.removeLast();
                leastHours.remove(at);
            }
            readings.add(reading);
            if (leastHour != null) {
                leastHours.put(at, leastHour);
            }
        }

        void addExchange(CopiedRows row) {
            MeterExchange exchange = new MeterExchange(row.date(), row.numeric(), row.numeric());
            Map.Entry<LocalDate, Register> removed = registers.lowerEntry(exchange.at());
            exchanges.add(removed == null ? exchange : exchange.of(removed.getValue(), register));
        }

        void addAgreement(CopiedRows row) {
            agreements.add(row.text());
            served.add(days(row.date(), row.dateOrNull()));
        }

        /// Days since the meter is there on which nobody is served, as far as is known.
        List<DateRange> withoutAgreement() {
            List<DateRange> without = new ArrayList<>(1);
            LocalDate from = installedAt;
            for (DateRange days : served.stream()
                    .sorted(Comparator.comparing(DateRange::from))
                    .toList()) {
                if (from.isBefore(days.from())) {
                    without.add(DateRange.of(from, days.from()));
                }
                from = from.isBefore(days.to()) ? days.to() : from;
            }
            if (from.isBefore(FOREVER)) {
                without.add(DateRange.of(from, FOREVER));
            }
            return without;
        }

        /// The day on which somebody last read it; null when nobody has.
        @Nullable LocalDate lastRead() {
            return readings.reversed().stream()
                    .filter(Reading::isMeasuring)
                    .map(Reading::at)
                    .findFirst()
                    .orElse(null);
        }

        KnownRegister known() {
            inactive.addAll(withoutAgreement());
            return new KnownRegister(
                    register, readings, exchanges, installedAt, removedAt, leastHours, inactive, billedOnEstimates);
        }
    }
}
