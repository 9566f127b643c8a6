package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// An interruption that is to come, or lasts, where an account is served.
///
/// @param addresses of the premises of this account that it is about
public record ComingOutage(Outage outage, String account, List<String> addresses) {
    /// As those who are told are found ([OutageNotices]): a meter behind a main meter is supplied through it. It begins
    /// with the few points of who asks: an outage may be about tens of thousands of premises.
    private static final String COMING = """
            with mine as (
                select a.account, a.usage_point, a.from_day, a.to_day
                from service_agreement a where a.account = any(?)),
            supplied as (
                select m.account, m.usage_point as point, m.from_day, m.to_day from mine m
                union all
                select m.account, s.sub, greatest(m.from_day, s.from_day), least(m.to_day, s.to_day)
                from mine m join sub_meter_in_force s on s.main = m.usage_point)
            select o.id as outage, s.account, array_agg(distinct e.address order by e.address) as addresses
            from supplied s
            join usage_point p on p.reference = s.point
            join premise e on e.reference = p.premise
            join outage_premise q on q.premise = e.reference
            join outage o on o.id = q.outage and o.service = p.service
            join lateral (
                select n.* from outage_version n where n.outage = o.id order by n.version desc limit 1) v
                on v.state in ('planned', 'changed') and v.to_time > ?
            where s.from_day <= (v.to_time - interval '1 microsecond')::date
                and (s.to_day is null or s.to_day > greatest(s.from_day, v.from_time::date))
            group by o.id, v.from_time, s.account order by v.from_time, o.id, s.account""";

    public ComingOutage {
        addresses = List.copyOf(addresses);
    }

    private record Found(long number, String account, List<String> addresses) {}

    /// Those of some accounts, the next one first.
    ///
    /// @param now what time it is, the utility's own
    public static List<ComingOutage> of(Database database, List<String> accounts, LocalDateTime now) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(COMING)) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            query.setObject(2, now);
            List<ComingOutage> coming = new ArrayList<>();
            for (Found found : Rows.list(
                    query,
                    row -> new Found(row.getLong("outage"), row.getString("account"), List.of((String[])
                            row.getArray("addresses").getArray())))) {
                OutageRows.find(connection, found.number())
                        .ifPresent(outage -> coming.add(new ComingOutage(outage, found.account(), found.addresses())));
            }
            return coming;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
