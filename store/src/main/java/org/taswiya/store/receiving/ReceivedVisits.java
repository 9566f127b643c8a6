package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.metering.Visit;
import org.taswiya.core.metering.Visit.Place;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopyRows;

/// Visits of a batch, ready to be written; and those that the books have.
public final class ReceivedVisits {
    private final Map<PointMoment, Visit> visits = new LinkedHashMap<>();

    /// What a visit is known by.
    public record PointMoment(String usagePoint, Instant at) {}

    /// The visits that the books have of some moments.
    public static Map<PointMoment, Visit> of(Connection connection, List<PointMoment> keys) throws SQLException {
        Map<PointMoment, Visit> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select v.usage_point, v.at, v.remark, v.latitude, v.longitude, v.photo, v.reader
                from unnest(?, ?) as k(usage_point, at)
                join visit v on v.usage_point = k.usage_point and v.at = k.at""")) {
            query.setArray(
                    1,
                    SqlArrays.texts(
                            connection,
                            keys.stream().map(PointMoment::usagePoint).toList()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            keys.stream()
                                    .map(key ->
                                            key.at().atOffset(ZoneOffset.UTC).toString())
                                    .toArray()));
            Rows.each(query, row -> {
                Visit visit = visit(row);
                found.put(new PointMoment(row.getString(1), visit.at()), visit);
            });
        }
        return found;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        String remark = row.getString(3);
        Place place = row.getBigDecimal(4) == null
                ? null
                : new Place(Rows.decimal(row, "latitude"), Rows.decimal(row, "longitude"));
        return new Visit(
                at,
                remark == null ? null : Remark.ofCode(remark).orElseThrow(),
                place,
                row.getString(6),
                row.getString(7));
    }

    /// @return whether it is the first one of its moment
    public boolean add(String usagePoint, Visit visit) {
        return visits.putIfAbsent(new PointMoment(usagePoint, visit.at()), visit) == null;
    }

    public boolean isEmpty() {
        return visits.isEmpty();
    }

    public void write(Connection connection, long change) throws SQLException {
        CopyRows rows = new CopyRows(
                "visit", "usage_point", "at", "remark", "latitude", "longitude", "photo", "reader", "change");
        visits.forEach((key, visit) -> {
            Remark remark = visit.remark();
            Place place = visit.place();
            rows.row()
                    .text(key.usagePoint())
                    .moment(visit.at())
                    .text(remark == null ? null : remark.code())
                    .numeric(place == null ? null : place.latitude())
                    .numeric(place == null ? null : place.longitude())
                    .text(visit.photo())
                    .text(visit.reader())
                    .bigint(change);
        });
        rows.send(connection);
    }
}
