package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.population.ReadingKind;

/// What the books know of the registers of usage points, as validation asks for it: a few queries whatever their
/// number.
public final class KnownRegisters {
    /// Days that never come; a vacancy that is not over lasts until then.
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    private static final String METERS = """
            select distinct on (m.usage_point) m.usage_point, m.digits, m.decimals, m.multiplier, m.unit::text,
                   min(m.installed_at) over (partition by m.usage_point) as first_at, m.removed_at
            from unnest(?) as d(usage_point) join meter m on m.usage_point = d.usage_point
            order by m.usage_point, m.installed_at desc""";

    private static final String READINGS = """
            select distinct on (r.usage_point, r.at) r.usage_point, r.at, r.kind::text, r.value, r.provenance
            from unnest(?) as d(usage_point) join reading r on r.usage_point = d.usage_point
            where r.at >= ?
            order by r.usage_point, r.at, r.revision desc""";

    private static final String EXCHANGES = """
            select x.usage_point, x.at, x.removed, x.installed
            from unnest(?) as d(usage_point) join meter_exchange x on x.usage_point = d.usage_point""";

    private static final String INACTIVE = """
            select d.usage_point, v.from_day, v.to_day
            from unnest(?) as d(usage_point)
            join usage_point p on p.reference = d.usage_point
            join vacancy v on v.premise = p.premise""";

    private static final String AGREEMENTS = """
            select a.usage_point, a.from_day, a.to_day
            from unnest(?) as d(usage_point) join service_agreement a on a.usage_point = d.usage_point
            order by a.usage_point, a.from_day""";

    private KnownRegisters() {}

    /// By usage point; those without a meter are not among them.
    ///
    /// @param since older readings are not read
    public static Map<String, KnownRegister> of(Connection connection, Collection<String> usagePoints, LocalDate since)
            throws SQLException {
        Map<String, Parts> parts = new TreeMap<>();
        each(connection, METERS, usagePoints, row -> parts.put(row.getString(1), new Parts(row)));
        try (PreparedStatement query = connection.prepareStatement(READINGS)) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            query.setObject(2, since);
            Rows.each(query, row -> add(parts, row, Parts::addReading));
        }
        each(connection, EXCHANGES, usagePoints, row -> add(parts, row, Parts::addExchange));
        each(connection, INACTIVE, usagePoints, row -> add(parts, row, Parts::addVacancy));
        each(connection, AGREEMENTS, usagePoints, row -> add(parts, row, Parts::addAgreement));
        Map<String, KnownRegister> known = new TreeMap<>();
        parts.forEach((point, part) -> known.put(point, part.known()));
        return known;
    }

    private static void each(Connection connection, String sql, Collection<String> usagePoints, Rows.Use use)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            Rows.each(query, use);
        }
    }

    private interface Part {
        void add(Parts to, ResultSet row) throws SQLException;
    }

    private static void add(Map<String, Parts> parts, ResultSet row, Part part) throws SQLException {
        Parts to = parts.get(row.getString(1));
        if (to != null) {
            part.add(to, row);
        }
    }

    /// What is known of one register so far.
    private static final class Parts {
        private final Register register;
        private final LocalDate installedAt;
        private final @Nullable LocalDate removedAt;
        private final List<Reading> readings = new ArrayList<>();
        private final List<MeterExchange> exchanges = new ArrayList<>();
        private final List<DateRange> inactive = new ArrayList<>();
        /// From here on nobody has an agreement, as far as is known; null when somebody still has.
        private @Nullable LocalDate without;

        Parts(ResultSet row) throws SQLException {
            register = new Register(
                    row.getObject("digits", Integer.class),
                    row.getInt("decimals"),
                    Rows.decimal(row, "multiplier"),
                    Unit.ofSymbol(row.getString("unit")).orElseThrow());
            installedAt = Rows.date(row, "first_at");
            removedAt = Rows.dateOrNull(row, "removed_at");
            without = installedAt;
        }

        void addReading(ResultSet row) throws SQLException {
            readings.add(ReadingKind.ofCode(row.getString("kind"))
                    .reading(Rows.date(row, "at"), Rows.decimal(row, "value"), row.getString("provenance")));
        }

        void addExchange(ResultSet row) throws SQLException {
            exchanges.add(new MeterExchange(
                    Rows.date(row, "at"), Rows.decimal(row, "removed"), Rows.decimal(row, "installed")));
        }

        void addVacancy(ResultSet row) throws SQLException {
            LocalDate to = Rows.dateOrNull(row, "to_day");
            inactive.add(DateRange.of(Rows.date(row, "from_day"), to == null ? FOREVER : to));
        }

        /// They come in the order of their first days and do not overlap.
        void addAgreement(ResultSet row) throws SQLException {
            LocalDate from = Rows.date(row, "from_day");
            if (without != null && without.isBefore(from)) {
                inactive.add(DateRange.of(without, from));
            }
            without = Rows.dateOrNull(row, "to_day");
        }

        KnownRegister known() {
            if (without != null) {
                inactive.add(DateRange.of(without, FOREVER));
            }
            return new KnownRegister(register, readings, exchanges, installedAt, removedAt, inactive);
        }
    }
}
