package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.rounds.NextReading;

/// Rounds that begin within the window. Where an order stops reading on all of their days nobody comes, and nothing is
/// announced.
final class ReadingDays {
    private static final String ROUNDS = """
            select r.id, r.from_day, r.to_day, a.account, array_agg(distinct m.serial order by m.serial) as meters
            from reading_round r
            join round_order o on o.round = r.id
            join usage_point p on p.reference = o.usage_point
            join premise e on e.reference = p.premise
            join service_agreement a on a.usage_point = o.usage_point and a.from_day <= r.from_day
                and (a.to_day is null or a.to_day > r.from_day)
            join meter m on m.usage_point = o.usage_point and m.removed_at is null
            where r.from_day > ? and r.from_day <= ?
                and\s""" + NextReading.IS_WALKED + """

                and not exists (
                    select from announcement n
                    where n.kind = 'reading-day' and n.account = a.account and n.cause = 'R' || r.id)
            group by r.id, r.from_day, r.to_day, a.account order by r.id, a.account""";

    private ReadingDays() {}

    static void each(Connection connection, Window window, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROUNDS)) {
            query.setObject(1, window.on());
            query.setObject(2, window.on().plusDays(window.ahead()));
            Rows.each(
                    query,
                    row -> use.with(new Due(
                            "R" + row.getLong("id"),
                            row.getString("account"),
                            new Announcement.ReadingDay(
                                    DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                                    List.of((String[]) row.getArray("meters").getArray())))));
        }
    }
}
