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
    /// As those who are told are found ([OutageNotices]): a meter behind a main meter is supplied through it.
    private static final String COMING = """
            with newest as (
                select distinct on (v.outage) v.outage, v.state, v.from_time, v.to_time
                from outage_version v order by v.outage, v.version desc),
            there as (
                select n.outage, n.from_time, p.reference as point, e.address,
                       n.from_time::date as first, (n.to_time - interval '1 microsecond')::date as last
                from newest n
                join outage o on o.id = n.outage
                join outage_premise q on q.outage = n.outage
                join premise e on e.reference = q.premise
                join usage_point p on p.premise = e.reference and p.service = o.service
                where n.state in ('planned', 'changed') and n.to_time > ?),
            supplied as (
                select outage, from_time, point, address, first, last from there
                union
                select t.outage, t.from_time, s.main, t.address, greatest(t.first, s.from_day),
                       least(t.last, s.to_day - 1)
                from there t
                join sub_meter_in_force s on s.sub = t.point
                    and s.from_day <= t.last and (s.to_day is null or s.to_day > t.first))
            select s.outage, a.account, array_agg(distinct s.address order by s.address) as addresses
            from supplied s
            join service_agreement a on a.usage_point = s.point and a.from_day <= s.last
                and (a.to_day is null or a.to_day > s.first)
            where a.account = any(?)
            group by s.outage, s.from_time, a.account order by s.from_time, s.outage, a.account""";

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
            query.setObject(1, now);
            query.setArray(2, SqlArrays.texts(connection, accounts));
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
