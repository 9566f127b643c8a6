package org.taswiya.store.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// A reading in force on a day of an account's own agreement.
///
/// @param meter the serial number of the one that was in place; null where none is known
/// @param kind `actual`, `customer` or `estimated`
/// @param provenance where it comes from, for a person
/// @param revisions how often its day has been read or put right
public record ListedReading(
        String agreement,
        String service,
        @Nullable String meter,
        LocalDate at,
        Decimal value,
        String kind,
        String provenance,
        int revisions) {

    private static final String SELECT = """
            select a.reference, u.service, m.serial, r.at, trim_scale(r.value::numeric) as value, r.kind::text as kind,
                   r.provenance, r.revision
            from service_agreement a
            join usage_point u on u.reference = a.usage_point
            join counting_reading r on r.usage_point = a.usage_point and r.at >= a.from_day
                and (a.to_day is null or r.at <= a.to_day)
                and not exists (select from reading n where n.usage_point = r.usage_point and n.at = r.at
                                    and n.revision > r.revision)
            left join meter m on m.usage_point = a.usage_point and m.installed_at <= r.at
                and (m.removed_at is null or m.removed_at > r.at)
            where a.account = ?
            """;

    /// Those of an account, the newest first.
    public static List<ListedReading> of(Database database, String account, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(SELECT + "order by r.at desc, a.reference limit ?")) {
            query.setString(1, account);
            query.setInt(2, most);
            return Rows.list(query, ListedReading::of);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The one of a day; empty where there is none, or the agreement is another's.
    public static Optional<ListedReading> of(Database database, String account, String agreement, LocalDate at) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SELECT + "and a.reference = ? and r.at = ?")) {
            query.setString(1, account);
            query.setString(2, agreement);
            query.setObject(3, at);
            return Rows.list(query, ListedReading::of).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static ListedReading of(ResultSet row) throws SQLException {
        return new ListedReading(
                row.getString("reference"),
                row.getString("service"),
                row.getString("serial"),
                Rows.date(row, "at"),
                Rows.decimal(row, "value"),
                row.getString("kind"),
                row.getString("provenance"),
                row.getInt("revision"));
    }
}
