package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Meters that round after round nobody of the utility has read.
public final class UnreadMeters {
    /// The last rounds of each meter that are over; those in which all the orders came to nothing.
    private static final String UNREAD = """
            with turn as (
                select o.usage_point, n.from_day, n.to_day,
                       row_number() over (partition by o.usage_point order by n.to_day desc, n.id desc) as back
                from round_order o join reading_round n on n.id = o.round
                where n.to_day <= ?),
            unread as (
                select t.usage_point, min(t.from_day) as from_day
                from turn t where t.back <= ?
                group by t.usage_point
                having count(*) = ? and not bool_or(exists (
                    select from reading r where r.usage_point = t.usage_point
                        and r.at >= t.from_day and r.at < t.to_day and r.kind = 'actual')))
            select u.usage_point, e.address, e.area, (
                    select max(r.at) from reading r
                    where r.usage_point = u.usage_point and r.kind = 'actual') as last_day,
                array(select distinct v.remark from visit v
                    where v.usage_point = u.usage_point and v.remark is not null
                        and (v.at at time zone ?)::date >= u.from_day
                    order by 1) as remarks
            from unread u
            join usage_point p on p.reference = u.usage_point
            join premise e on e.reference = p.premise
            order by last_day nulls first, u.usage_point""";

    private UnreadMeters() {}

    /// One of them.
    ///
    /// @param lastDay of its last actual reading; null when there is none
    /// @param remarks what readers found since the first of these rounds
    public record UnreadMeter(
            String usagePoint,
            String address,
            String area,
            @Nullable LocalDate lastDay,
            List<Remark> remarks) {
        public UnreadMeter {
            remarks = List.copyOf(remarks);
        }
    }

    /// Those that were not read in any of their last rounds, the longest unread first. Who has had fewer rounds is not
    /// among them.
    ///
    /// @param rounds at least one
    /// @param on rounds that end later do not count
    /// @param zone whose days are meant: visits have a moment
    public static List<UnreadMeter> list(Database database, int rounds, LocalDate on, ZoneId zone) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(UNREAD)) {
            query.setObject(1, on);
            query.setInt(2, rounds);
            query.setInt(3, rounds);
            query.setString(4, zone.getId());
            return Rows.list(
                    query,
                    row -> new UnreadMeter(
                            row.getString("usage_point"),
                            row.getString("address"),
                            row.getString("area"),
                            Rows.dateOrNull(row, "last_day"),
                            remarks((String[]) row.getArray("remarks").getArray())));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Remark> remarks(String[] codes) {
        return Arrays.stream(codes)
                .map(code -> Remark.ofCode(code).orElseThrow())
                .toList();
    }
}
