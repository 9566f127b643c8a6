package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.Rows;
import org.taswiya.store.outage.Outages.Said;

/// Outages as the books have them.
final class OutageRows {
    private static final String SELECT = """
            select o.id, o.service, o.premises, o.areas,
                   v.version, v.state, v.from_time, v.to_time, v.reason_ar, v.reason_fr, v.reason_en,
                   c.made_at, c.author, c.reason
            from ({which}) o join outage_version v on v.outage = o.id join change c on c.id = v.change
            order by o.id, v.version""";

    /// Those at the same time are few: their premises are compared one by one.
    private static final String OVERLAPPING = """
            with newest as (
                select distinct on (v.outage) v.outage, o.service, v.state, v.from_time, v.to_time
                from outage_version v join outage o on o.id = v.outage order by v.outage, v.version desc)
            select h.outage from newest n join newest h on h.outage <> n.outage and h.service = n.service
                and h.from_time < n.to_time and h.to_time > n.from_time
            where n.outage = ? and n.state in ('planned', 'changed') and h.state in ('planned', 'changed')
                and exists (
                    select from outage_premise p join outage_premise q on q.premise = p.premise
                    where p.outage = n.outage and q.outage = h.outage)
            order by h.outage""";

    private OutageRows() {}

    static Optional<Outage> find(Connection connection, long number) throws SQLException {
        return select(connection, "select * from outage where id = ?", number).stream()
                .findFirst();
    }

    /// One that is there.
    static Said said(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OVERLAPPING)) {
            query.setLong(1, number);
            return new Said(find(connection, number).orElseThrow(), Rows.list(query, row -> row.getLong(1)));
        }
    }

    static List<Outage> all(Connection connection) throws SQLException {
        return select(connection, "select * from outage where id >= ?", 0);
    }

    /// The last that were planned, in the order in which they were.
    static List<Outage> newest(Connection connection, int most) throws SQLException {
        return select(connection, "select * from outage order by id desc limit ?", most);
    }

    /// @param which of them, by one number
    private static List<Outage> select(Connection connection, String which, long number) throws SQLException {
        Map<Long, Outage> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT.replace("{which}", which))) {
            query.setLong(1, number);
            Rows.each(query, row -> {
                List<Outage.Version> versions = new ArrayList<>();
                Outage before = found.get(row.getLong("id"));
                if (before != null) {
                    versions.addAll(before.versions());
                }
                versions.add(version(row));
                found.put(
                        row.getLong("id"),
                        new Outage(
                                row.getLong("id"),
                                row.getString("service"),
                                row.getInt("premises"),
                                List.of((String[]) row.getArray("areas").getArray()),
                                versions));
            });
        }
        return List.copyOf(found.values());
    }

    private static Outage.Version version(ResultSet row) throws SQLException {
        return new Outage.Version(
                row.getInt("version"),
                OutageState.ofCode(row.getString("state")).orElseThrow(),
                row.getObject("from_time", LocalDateTime.class),
                row.getObject("to_time", LocalDateTime.class),
                Map.of(
                        Language.AR, row.getString("reason_ar"),
                        Language.FR, row.getString("reason_fr"),
                        Language.EN, row.getString("reason_en")),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")));
    }
}
