package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Opens the books of an agreement again from a day on, so that the next bill settles anew what was billed since.
public final class Reopenings {
    private Reopenings() {}

    static void open(Connection connection, long change, String agreement, LocalDate from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into reopening (change, agreement, from_day, after_bill)
                select ?, ?, ?, last_number from number_series where name = 'bill'""")) {
            insert.setLong(1, change);
            insert.setString(2, agreement);
            insert.setObject(3, from);
            insert.executeUpdate();
        }
    }

    /// Opens the books of whoever was billed on a reading that changed: from the gap before that reading, or from the
    /// reading where nothing is billed before it yet.
    ///
    /// @return whether somebody was
    public static boolean openForReading(Connection connection, long change, String usagePoint, LocalDate at)
            throws SQLException {
        return openForReadings(connection, change, Map.of(usagePoint, at)) > 0;
    }

    /// Opens the books of an agreement that was billed for a day or later ones: from the gap in which the day is.
    ///
    /// @return whether it was
    public static boolean openForDays(Connection connection, long change, String agreement, LocalDate from)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into reopening (change, agreement, from_day, after_bill)
                select ?, b.agreement, coalesce(max(b.gap_from) filter (where b.gap_from <= ?), min(b.gap_from)),
                       (select last_number from number_series where name = 'bill')
                from bill b where b.agreement = ?
                group by b.agreement
                having max(b.billed_to) > ?""")) {
            insert.setLong(1, change);
            insert.setObject(2, from);
            insert.setString(3, agreement);
            insert.setObject(4, from);
            return insert.executeUpdate() > 0;
        }
    }

    /// Opens the books of whoever was billed for days on which intervals changed, and has those billed off the cycle
    /// that waited for them.
    ///
    /// @param first the first day of each usage point on which one changed
    /// @param tariffs whose prices ask for intervals; bills of others do not rest on them
    public static void openForIntervals(
            Connection connection, long change, Map<String, LocalDate> first, Collection<String> tariffs)
            throws SQLException {
        Map<String, LocalDate> asking = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select reference, usage_point from service_agreement
                where usage_point = any(?) and tariff = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, first.keySet()));
            query.setArray(2, SqlArrays.texts(connection, tariffs));
            Rows.each(query, row -> asking.put(row.getString(1), first.get(row.getString(2))));
        }
        for (Map.Entry<String, LocalDate> one : asking.entrySet()) {
            openForDays(connection, change, one.getKey(), one.getValue());
        }
        BillRequests.addCounted(connection, change, asking.keySet());
    }

    /// The same for many readings at once. Where nobody is served by a register alone, whoever is served by another one
    /// of its device may be billed by both.
    ///
    /// @param first the first day of each usage point on which a reading changed
    /// @return of how many agreements
    public static int openForReadings(Connection connection, long change, Map<String, LocalDate> first)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                with k as materialized (select * from unnest(?, ?) as k(usage_point, at)),
                beside as (
                    select o.usage_point, k.at from k
                    join meter m on m.usage_point = k.usage_point and m.register_name is not null
                    join meter o on o.serial = m.serial and o.register_name is not null
                        and o.usage_point <> m.usage_point
                    join usage_point p on p.reference = k.usage_point
                    join usage_point q on q.reference = o.usage_point and q.premise = p.premise
                    where not exists (select from service_agreement s where s.usage_point = k.usage_point)),
                changed as (
                    select usage_point, min(at) as at
                    from (select usage_point, at from k union all select usage_point, at from beside) as r
                    group by usage_point)
                insert into reopening (change, agreement, from_day, after_bill)
                select ?, a.reference, coalesce(max(b.gap_from) filter (where b.gap_from < k.at),
                           case when a.billed_from <= k.at then least(k.at, min(b.gap_from)) else min(b.gap_from) end),
                       (select last_number from number_series where name = 'bill')
                from changed k
                join service_agreement a on a.usage_point = k.usage_point
                join bill b on b.agreement = a.reference
                group by a.reference, k.at
                having max(b.next_gap_from) >= k.at""")) {
            insert.setArray(1, SqlArrays.texts(connection, first.keySet()));
            insert.setArray(2, connection.createArrayOf("date", first.values().toArray()));
            insert.setLong(3, change);
            return insert.executeUpdate();
        }
    }
}
