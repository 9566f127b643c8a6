package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What the meter of an agreement showed, as its holder may know of it: on the days of the agreement alone.
///
/// @param kind actual, customer or estimated
public record StatedReading(LocalDate at, Decimal value, String kind) {

    /// Those in force, the newest first.
    ///
    /// @param before the day that they are before; null for the newest ones
    public static List<StatedReading> of(Database database, String agreement, @Nullable LocalDate before, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select distinct on (r.at) r.at, r.value, r.kind::text as kind
                        from service_agreement a join counting_reading r on r.usage_point = a.usage_point
                            and r.at >= a.from_day and (a.to_day is null or r.at <= a.to_day)
                        where a.reference = ? and r.at < coalesce(?::date, 'infinity')
                        order by r.at desc, r.revision desc limit ?""")) {
            query.setString(1, agreement);
            query.setObject(2, before);
            query.setInt(3, most);
            return Rows.list(
                    query,
                    row -> new StatedReading(Rows.date(row, "at"), Rows.decimal(row, "value"), row.getString("kind")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
