package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Under which references the pictures are kept that readers took of meters.
public final class ReadingPhotos {
    private ReadingPhotos() {}

    /// By agreement and day, those that were known; of several on a day the last. A day is one of UTC, since the books
    /// have the moment of a visit and not where its clock stood.
    public static Map<String, Map<LocalDate, String>> read(Connection connection, List<String> agreements, Known known)
            throws SQLException {
        Map<String, Map<LocalDate, String>> all = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, (v.at at time zone 'UTC')::date as day, v.photo
                from service_agreement a join visit v on v.usage_point = a.usage_point
                where a.reference = any(?) and v.photo <> ''""" + known.change("v") + " order by v.at")) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            Rows.each(
                    query,
                    row -> all.computeIfAbsent(row.getString("reference"), _ -> new TreeMap<>())
                            .put(Rows.date(row, "day"), row.getString("photo")));
        }
        return all;
    }
}
