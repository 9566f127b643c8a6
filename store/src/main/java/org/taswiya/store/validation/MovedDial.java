package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What is known of the dial of an agreement that ends on a day.
///
/// @param expected on that day; null where its past says nothing
public record MovedDial(Read last, @Nullable ExpectedDial expected) {
    /// What somebody read, by its day.
    public record Read(LocalDate at, Decimal value) {}

    private record Found(String usagePoint, Read read) {}

    /// Empty where nobody has read it up to that day.
    public static Optional<MovedDial> of(Database database, String agreement, LocalDate on) {
        return last(database, agreement, on)
                .map(found -> new MovedDial(
                        found.read(),
                        ReadersReadings.expected(database, List.of(found.usagePoint()), on)
                                .get(found.usagePoint())));
    }

    private static Optional<Found> last(Database database, String agreement, LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.usage_point, r.at, trim_scale(r.value::numeric) as value
                        from service_agreement a
                        join counting_reading r on r.usage_point = a.usage_point and r.at <= ? and r.kind <> 'estimated'
                        where a.reference = ? order by r.at desc, r.revision desc limit 1""")) {
            query.setObject(1, on);
            query.setString(2, agreement);
            return Rows.list(
                            query,
                            row -> new Found(
                                    row.getString("usage_point"),
                                    new Read(Rows.date(row, "at"), Rows.decimal(row, "value"))))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
