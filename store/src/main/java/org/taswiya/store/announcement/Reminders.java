package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import org.taswiya.store.message.Announcements.Due;

/// Steps of dunning that are messages; one for each account and run. A registered letter, a telephone call and an order
/// are somebody's work and no message.
final class Reminders {
    private static final String REMINDERS = """
            select n.account, r.id, r.run_on, max(n.overdue) as overdue, sum(n.fee) as fee,
                   array_agg(distinct n.number order by n.number) as items
            from dunning_run r join dunning_notice n on n.run = r.id
            where r.run_on between ? and ? and n.channel in ('sms', 'e-mail', 'letter')
                and not exists (
                    select from announcement d
                    where d.kind = 'reminder' and d.account = n.account and d.cause = 'D' || r.id)
            group by n.account, r.id, r.run_on order by r.id, n.account""";

    private Reminders() {}

    static void each(Connection connection, Window window, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(REMINDERS)) {
            query.setObject(1, window.on().minusDays(window.back()));
            query.setObject(2, window.on());
            Rows.each(
                    query,
                    row -> use.with(new Due(
                            "D" + row.getLong("id"),
                            row.getString("account"),
                            new Announcement.Reminder(
                                    Rows.date(row, "run_on"),
                                    Money.ofMinor(row.getLong("overdue")),
                                    Money.ofMinor(row.getLong("fee")),
                                    List.of((String[]) row.getArray("items").getArray())))));
        }
    }
}
