package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.message.Announcements.Due;

/// Instalments that fall due within the window and are not paid, of arrangements that run.
final class InstalmentsDue {
    private static final String ACCOUNTS = """
            select distinct r.account from instalment i join arrangement r on r.id = i.arrangement
            where i.due_on between ? and ? and not exists (
                select from announcement n
                where n.kind = 'instalment' and n.account = r.account
                    and n.cause = 'A' || i.arrangement || 'I' || i.ordinal)
            order by r.account""";

    private InstalmentsDue() {}

    static void each(Connection connection, Window window, Use use) throws SQLException {
        LocalDate last = window.on().plusDays(window.ahead());
        List<String> accounts;
        try (PreparedStatement query = connection.prepareStatement(ACCOUNTS)) {
            query.setObject(1, window.on());
            query.setObject(2, last);
            accounts = Rows.list(query, row -> row.getString(1));
        }
        for (String account : accounts) {
            for (StoredArrangement one : Arrangements.ofAccounts(connection, List.of(account))) {
                Standing standing = one.standingOn(window.on());
                if (standing.state().isRunning()) {
                    each(one, standing, window.on(), last, use);
                }
            }
        }
    }

    private static void each(StoredArrangement one, Standing standing, LocalDate first, LocalDate last, Use use)
            throws SQLException {
        int ordinal = 0;
        for (Standing.Row row : standing.rows()) {
            ordinal++;
            LocalDate dueOn = row.instalment().dueOn();
            if (!dueOn.isBefore(first) && !dueOn.isAfter(last) && row.open().signum() > 0) {
                long number = one.arrangement().number();
                use.with(new Due(
                        "A" + number + "I" + ordinal,
                        one.arrangement().account(),
                        new Announcement.InstalmentDue(
                                number, ordinal, standing.rows().size(), dueOn, row.open())));
            }
        }
    }
}
