package org.taswiya.store.rounds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// When a reader comes to meters of an account: the days of the first round that is planned for them, and not over.
///
/// @param days what is left of them is not told apart: somebody who looks on the second day sees both
public record NextReading(String account, String service, DateRange days) {
    /// Of a round `r` and a premise `e`: no order stops reading there on all of its days.
    public static final String IS_WALKED = """
            not exists (
                select from suspension s
                left join lateral (select to_day from suspension_end where suspension = s.reference
                                   order by change desc limit 1) z on true
                where 'reading' = any(s.activities) and (s.area is null or s.area = e.area)
                    and s.from_day <= r.from_day and (z.to_day is null or z.to_day >= r.to_day))""";

    /// A meter that was read in a round is not visited again in it.
    private static final String NEXT = """
            select distinct a.account, p.service, n.from_day, n.to_day
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            join meter m on m.usage_point = a.usage_point and m.removed_at is null
            cross join lateral (
                select r.from_day, r.to_day
                from round_order o join reading_round r on r.id = o.round
                where o.usage_point = a.usage_point and r.to_day > ? and\s""" + IS_WALKED + """

                    and not exists (
                        select from reading x where x.usage_point = a.usage_point
                            and x.at >= r.from_day and x.at < r.to_day and x.kind = 'actual')
                order by r.from_day, r.to_day limit 1) n
            where a.account = any(?) and a.from_day < n.to_day and (a.to_day is null or a.to_day > n.from_day)
            order by a.account, n.from_day, n.to_day, p.service""";

    /// By account, the soonest first; of an account with none nothing is planned.
    public static List<NextReading> of(Database database, List<String> accounts, LocalDate today) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setObject(1, today);
            query.setArray(2, SqlArrays.texts(connection, accounts));
            return Rows.list(
                    query,
                    row -> new NextReading(
                            row.getString("account"),
                            row.getString("service"),
                            DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day"))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
