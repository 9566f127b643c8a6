package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.validation.AgreementsThere.AgreementDays;

/// What the books know of the registers of usage points, as validation asks for it: a few queries whatever their
/// number.
public final class KnownRegisters {
    /// A reading is judged by what is known from so many years before the last value that somebody read.
    static final int YEARS = Math.max(4, OrdinaryUse.YEARS_SEEN);

    /// Days that never come; a vacancy that is not over lasts until then.
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    /// In no order: to sort the readings of many points costs the server as much as to find and to send them.
    private static final String READINGS = """
            select usage_point, at, revision, case kind when 'actual' then 0 when 'customer' then 1 else 2 end, value,
                   least_hour
            from counting_reading where usage_point = any({keys}) and at >= {since}""";

    private static final String EXCHANGES = """
            select distinct on (usage_point, at) usage_point, at, removed, installed from meter_exchange
            where usage_point = any({keys}) order by usage_point, at, revision desc""";

    private static final String VACANCIES = "select premise, from_day, to_day from vacancy where premise = any({keys})";

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
        MetersThere meters = MetersThere.of(connection, usagePoints, List.of());
        return of(connection, meters, AgreementsThere.of(connection, usagePoints), usagePoints, since);
    }

    /// The same where the meters and the agreements have been looked up.
    static Map<String, KnownRegister> of(
            Connection connection,
            MetersThere meters,
            AgreementsThere agreements,
            Collection<String> usagePoints,
            LocalDate since)
            throws SQLException {
        Map<String, Parts> parts = new HashMap<>(usagePoints.size() * 2);
        for (String point : usagePoints) {
            List<Meter> there = meters.at(point);
            if (!there.isEmpty()) {
                parts.put(point, new Parts(there, agreements.at(point)));
            }
        }
        if (parts.isEmpty()) {
            return Map.of();
        }
        String keys = Literals.texts(parts.keySet());
        each(connection, READINGS.replace("{since}", Literals.of(since)), keys, parts, Parts::addReading);
        parts.values().forEach(Parts::putInOrder);
        each(connection, EXCHANGES, keys, parts, Parts::addExchange);
        addServedByOthers(connection, parts);
        addVacancies(connection, meters, parts);
        addBilled(connection, parts);
        Map<String, KnownRegister> known = new HashMap<>(parts.size() * 2);
        parts.forEach((point, part) -> known.put(point, part.known()));
        return known;
    }

    /// The serial number of the last bill; zero before the first. Which periods were billed on estimates is known up to
    /// it.
    public static long lastBill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select coalesce(max(serial), 0) from bill")) {
            last.next();
            return last.getLong(1);
        }
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

    private static void addVacancies(Connection connection, MetersThere meters, Map<String, Parts> parts)
            throws SQLException {
        Map<String, List<Parts>> at = new HashMap<>();
        parts.forEach((point, of) -> {
            UsagePoint there = meters.point(point);
            if (there != null) {
                at.computeIfAbsent(there.premise(), _ -> new ArrayList<>(1)).add(of);
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
                    agreements.put(agreement.reference(), lastRead);
                    byAgreement.put(agreement.reference(), of);
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

    /// A reading as a row says it.
    private record Shown(
            Reading reading, int revision, @Nullable Decimal leastHour) {
        static final Comparator<Shown> BY_DAY = Comparator.comparing(Shown::at).thenComparingInt(Shown::revision);

        LocalDate at() {
            return reading.at();
        }
    }

    /// What is known of one register so far.
    private static final class Parts {
        private final Register register;
        private final LocalDate installedAt;
        private final @Nullable LocalDate removedAt;
        /// Of all meters, by the days on which they were installed.
        private final NavigableMap<LocalDate, Register> registers = new TreeMap<>();
        /// As they come, and then in force: one a day, earliest first.
        private List<Shown> shown = new ArrayList<>();
        private final List<MeterExchange> exchanges = new ArrayList<>();
        private final List<DateRange> inactive = new ArrayList<>();
        private final List<AgreementDays> agreements;
        private final List<DateRange> billedOnEstimates = new ArrayList<>(0);
        /// Days on which somebody is served, in any order.
        private final List<DateRange> served = new ArrayList<>(1);

        /// Meters of a usage point follow each other: how it shows is said by the last one.
        Parts(List<Meter> meters, List<AgreementDays> agreements) {
            Meter last = meters.getFirst();
            for (Meter meter : meters) {
                registers.put(meter.installedAt(), meter.register());
                last = meter.installedAt().isAfter(last.installedAt()) ? meter : last;
            }
            register = last.register();
            installedAt = registers.firstKey();
            removedAt = last.removedAt();
            this.agreements = agreements;
            agreements.forEach(of -> served.add(days(of.from(), of.to())));
        }

        void addReading(CopiedRows row) {
            LocalDate at = row.date();
            int revision = (int) row.whole();
            ReadingKind kind = KINDS.get((int) row.whole());
            shown.add(new Shown(kind.reading(at, row.numeric(), ""), revision, row.numericOrNull()));
        }

        /// Of a day the last revision is in force.
        void putInOrder() {
            List<Shown> inForce = new ArrayList<>(shown.size());
            shown.sort(Shown.BY_DAY); // they were written in about this order
            for (Shown next : shown) {
                if (!inForce.isEmpty() && inForce.getLast().at().equals(next.at())) {
                    inForce.removeLast();
                }
                inForce.add(next);
            }
            shown = inForce;
        }

        void addExchange(CopiedRows row) {
            MeterExchange exchange = new MeterExchange(row.date(), row.numeric(), row.numeric());
            Map.Entry<LocalDate, Register> removed = registers.lowerEntry(exchange.at());
            exchanges.add(removed == null ? exchange : exchange.of(removed.getValue(), register));
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
            for (int i = shown.size() - 1; i >= 0; i--) {
                if (shown.get(i).reading().isMeasuring()) {
                    return shown.get(i).at();
                }
            }
            return null;
        }

        KnownRegister known() {
            inactive.addAll(withoutAgreement());
            List<Reading> readings = new ArrayList<>(shown.size());
            Map<LocalDate, Decimal> leastHours = new HashMap<>(0);
            for (Shown of : shown) {
                readings.add(of.reading());
                if (of.leastHour() != null) {
                    leastHours.put(of.at(), of.leastHour());
                }
            }
            return new KnownRegister(
                    register, readings, exchanges, installedAt, removedAt, leastHours, inactive, billedOnEstimates);
        }
    }
}
