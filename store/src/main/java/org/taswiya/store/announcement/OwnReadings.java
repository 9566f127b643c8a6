package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import org.taswiya.store.message.Announcements.Due;

/// Invitations to read one's own meter, as long as what gave reason for them lasts.
final class OwnReadings {
    private static final String INVITED = """
            select s.change, s.from_day, z.to_day, s.legal_reference, i.account, c.class::text as class,
                   array_agg(distinct m.serial order by m.serial) as meters
            from reading_invitation i
            join suspension s on s.reference = i.suspension
            left join lateral (select to_day from suspension_end where suspension = s.reference
                               order by change desc limit 1) z on true
            join customer_account k on k.reference = i.account
            join customer c on c.reference = k.customer
            join service_agreement a on a.account = i.account and a.to_day is null
            join meter m on m.usage_point = a.usage_point and m.removed_at is null
            where (z.to_day is null or z.to_day > ?) and not exists (
                select from announcement n
                where n.kind = 'own-reading' and n.account = i.account and n.cause = 'S' || s.change)
            group by s.change, s.from_day, z.to_day, s.legal_reference, i.account, c.class
            order by s.change, i.account""";

    private OwnReadings() {}

    static void each(Connection connection, Window window, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INVITED)) {
            query.setObject(1, window.on());
            Rows.each(query, row -> {
                LocalDate to = Rows.dateOrNull(row, "to_day");
                CustomerClass of = CustomerClass.ofCode(row.getString("class"));
                use.with(new Due(
                        "S" + row.getLong("change"),
                        row.getString("account"),
                        new Announcement.OwnReading(
                                Rows.date(row, "from_day"),
                                to,
                                row.getString("legal_reference"),
                                List.of((String[]) row.getArray("meters").getArray()),
                                window.chainOf().apply(of))));
            });
        }
    }
}
