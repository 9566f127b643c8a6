package org.taswiya.store.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Rows;

/// That a meter is to be read again, because what came in was not believed.
///
/// Like all that becomes of an order it is not kept with the round: the decision of a person says it, and a reading of
/// that day or a later one that came in after the decision ends it, estimates aside.
///
/// @param day of the reading that was not believed; an older one answers nothing
/// @param found why it was not, as codes: `misread+high-use`
/// @param why the person's reason
/// @param answered the day of the first reading that ended it; null while it is open
public record OrderedReread(
        LocalDate day, String found, String why, @Nullable LocalDate answered) {
    /// Which decisions `d` are re-reads of the round `n`: those that nobody had answered when it began. What it was
    /// answered by in the round itself leaves it one of the round.
    static final String IS_OF_ROUND = """
            d.outcome = 're-read' and d.at < n.to_day
                and not exists (
                    select from suspect_decision later
                    where later.usage_point = d.usage_point and later.at = d.at and later.change > d.change)
                and not exists (
                    select from reading r
                    where r.usage_point = d.usage_point and r.at >= d.at and r.at < n.from_day
                        and r.kind <> 'estimated' and r.change > d.change)""";

    /// The last re-read of the usage point of the order `o` of the round `n`, as `w`.
    static final String OF_ORDER = """
            left join lateral (
                select d.at as reread_of, d.change as reread_change, c.reason as reread_why, (
                        select string_agg(f.reason, '+' order by f.place) from suspect_finding f
                        where f.usage_point = d.usage_point and f.at = d.at and f.severity <> 'note'
                            and (f.change, f.ordinal) = (
                                select s.change, s.ordinal from suspect_reading s
                                where s.usage_point = d.usage_point and s.at = d.at and s.change < d.change
                                order by s.change desc, s.ordinal desc limit 1)) as reread_found, (
                        select min(r.at) from reading r
                        where r.usage_point = d.usage_point and r.at >= d.at
                            and r.kind <> 'estimated' and r.change > d.change) as reread_answered
                from suspect_decision d join change c on c.id = d.change
                where d.usage_point = o.usage_point and\s""" + IS_OF_ROUND + """

                order by d.at desc limit 1) w on true
            """;

    /// @return null where the order is one as any other
    static @Nullable OrderedReread of(ResultSet row) throws SQLException {
        LocalDate day = Rows.dateOrNull(row, "reread_of");
        return day == null
                ? null
                : new OrderedReread(
                        day,
                        row.getString("reread_found"),
                        row.getString("reread_why"),
                        Rows.dateOrNull(row, "reread_answered"));
    }
}
