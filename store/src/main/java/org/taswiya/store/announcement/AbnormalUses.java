package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeDecisions;
import org.taswiya.store.validation.NoticeFilter;

/// Notice candidates that are open, where somebody is served and nothing has been read otherwise since; they are sent
/// then.
final class AbnormalUses {
    private AbnormalUses() {}

    static void each(Connection connection, long change, Use use) throws SQLException {
        List<NoticeCandidate> told = new ArrayList<>();
        for (NoticeCandidate candidate : NoticeCandidates.list(connection, NoticeFilter.OPEN)) {
            NoticeCandidate.Served served = candidate.agreement();
            if (served != null && !candidate.isOvertaken()) {
                told.add(candidate);
                use.with(new Due(
                        "N" + candidate.number(),
                        served.account(),
                        new Announcement.AbnormalUse(
                                candidate.kind(),
                                candidate.range(),
                                candidate.figures(),
                                candidate.unit(),
                                meter(connection, candidate))));
            }
        }
        NoticeDecisions.sent(connection, change, told);
    }

    private static String meter(Connection connection, NoticeCandidate candidate) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select serial from meter where usage_point = ?
                order by installed_at <= ? desc, installed_at desc limit 1""")) {
            query.setString(1, candidate.usagePoint());
            query.setObject(2, candidate.range().to());
            return Rows.list(query, row -> row.getString(1)).getFirst();
        }
    }
}
