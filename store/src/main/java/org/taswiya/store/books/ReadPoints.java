package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// How many meters were read in the window of a cycle.
public final class ReadPoints {
    private ReadPoints() {}

    /// Usage points with an actual reading on some days. It looks through all readings.
    ///
    /// @param area whose premises count; null for all
    public static long count(Database database, DateRange days, @Nullable String area) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select count(distinct r.usage_point) from reading r
                where r.kind = 'actual' and r.at >= ? and r.at < ?
                    and (?::text is null or exists (
                        select from usage_point p join premise e on e.reference = p.premise
                        where p.reference = r.usage_point and e.area = ?))""")) {
            query.setObject(1, days.from());
            query.setObject(2, days.to());
            query.setString(3, area);
            query.setString(4, area);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
