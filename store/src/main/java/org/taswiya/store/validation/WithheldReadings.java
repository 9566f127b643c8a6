package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.metering.Reading;

/// Readings that were written and do not count: what was found about them came after them.
final class WithheldReadings {
    private WithheldReadings() {}

    /// Nothing that was read on its day counts from now on, where it is what counts.
    ///
    /// @return whether it was
    static boolean add(Connection connection, long change, String usagePoint, Reading reading) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into reading_withheld (usage_point, at, revision, change)
                select r.usage_point, r.at, r.revision, ?
                from reading r
                where r.usage_point = ? and r.at = ? and r.kind <> 'estimated' and r.value = ?
                    and not exists (select from reading n
                                    where n.usage_point = r.usage_point and n.at = r.at and n.revision > r.revision)
                    and not exists (select from reading_withheld w
                                    where w.usage_point = r.usage_point and w.at = r.at
                                        and w.revision >= r.revision)""")) {
            insert.setLong(1, change);
            insert.setString(2, usagePoint);
            insert.setObject(3, reading.at());
            insert.setBigDecimal(4, reading.value().toBigDecimal());
            return insert.executeUpdate() > 0;
        }
    }
}
