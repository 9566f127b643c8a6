package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Visit.Place;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Exchanges that readers report, and what was decided of them.
public final class ReportedExchanges {
    private ReportedExchanges() {}

    /// A value of a day, whichever meter showed it.
    public record Shown(LocalDate at, Decimal value) {}

    public static Optional<ReportedExchange> find(Database database, UUID entry) {
        try (Connection connection = database.connect()) {
            return find(connection, entry);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Of no handset that was locked: what came from one is looked at elsewhere.
    public static Optional<ReportedExchange> find(Connection connection, UUID entry) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.*, h.staff, p.service, l.address, d.is_booked,
                       exists (select from visit_photo v where v.entry = e.id) as photo
                from round_entry e
                join handset h on h.id = e.handset
                join usage_point p on p.reference = e.usage_point
                join premise l on l.reference = p.premise
                left join exchange_decision d on d.entry = e.id
                where e.id = ? and e.new_serial is not null and e.outcome <> 'set-aside'""")) {
            query.setObject(1, entry);
            return Rows.list(query, ReportedExchanges::reported).stream().findFirst();
        }
    }

    private static ReportedExchange reported(ResultSet row) throws SQLException {
        Decimal latitude = Rows.decimalOrNull(row, "latitude");
        Decimal longitude = Rows.decimalOrNull(row, "longitude");
        boolean isBooked = row.getBoolean("is_booked");
        @Nullable Boolean decided = row.wasNull() ? null : isBooked;
        return new ReportedExchange(
                row.getObject("id", UUID.class),
                row.getLong("round"),
                row.getString("staff"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("usage_point"),
                row.getString("service"),
                row.getString("address"),
                Rows.decimal(row, "value"),
                row.getString("new_serial"),
                Rows.decimal(row, "new_value"),
                latitude == null || longitude == null ? null : new Place(latitude, longitude),
                row.getBoolean("photo"),
                row.getString("remark"),
                decided);
    }

    /// The last reading before a day.
    public static Optional<Shown> before(Connection connection, String usagePoint, LocalDate day) throws SQLException {
        return shown(connection, usagePoint, day, "r.at < ?", "desc");
    }

    /// The first reading after a day.
    public static Optional<Shown> after(Connection connection, String usagePoint, LocalDate day) throws SQLException {
        return shown(connection, usagePoint, day, "r.at > ?", "asc");
    }

    private static Optional<Shown> shown(
            Connection connection, String usagePoint, LocalDate day, String when, String order) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.at, r.value from counting_reading r where r.usage_point = ? and %s
                order by r.at %s, r.revision desc limit 1""".formatted(when, order))) {
            query.setString(1, usagePoint);
            query.setObject(2, day);
            return Rows.list(query, row -> new Shown(Rows.date(row, "at"), Rows.decimal(row, "value"))).stream()
                    .findFirst();
        }
    }

    /// How many agreements a change opened again, whose next bills settle anew what was billed.
    public static int reopened(Connection connection, long change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from reopening where change = ?")) {
            query.setLong(1, change);
            return Rows.list(query, row -> row.getInt(1)).getFirst();
        }
    }

    /// Where else a meter hangs on a day; empty for nowhere. A device of several registers is at several usage points.
    public static Optional<String> elsewhere(Connection connection, String serial, String usagePoint, LocalDate day)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select m.usage_point from meter m
                where m.serial = ? and m.usage_point <> ? and m.register_name is null
                    and (m.removed_at is null or m.removed_at > ?)
                order by m.installed_at desc limit 1""")) {
            query.setString(1, serial);
            query.setString(2, usagePoint);
            query.setObject(3, day);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        }
    }

    /// Writes down what was decided.
    public static void decide(Connection connection, UUID entry, boolean isBooked, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into exchange_decision values (?, ?, ?)")) {
            insert.setObject(1, entry);
            insert.setBoolean(2, isBooked);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }
}
