package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.message.Announcement.AgreementEnd;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Rows;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.Announcements.Due;

/// That whoever moved out is told so, in the transaction of the move. An agreement ends once, and is the cause: it is
/// never told twice.
final class EndNotice {
    private EndNotice() {}

    static void queue(Connection connection, ServiceAgreement ended, boolean isEstimated, Move move, long change)
            throws SQLException {
        String agreement = ended.reference();
        try (PreparedStatement query = connection.prepareStatement("""
                select p.service, l.address from usage_point p join premise l on l.reference = p.premise
                where p.reference = ?""")) {
            query.setString(1, ended.usagePoint());
            List<Due> due = Rows.list(
                    query,
                    row -> new Due(
                            agreement,
                            ended.account(),
                            new AgreementEnd(
                                    agreement,
                                    row.getString("service"),
                                    row.getString("address"),
                                    move.on().minusDays(1),
                                    isEstimated)));
            Announcements.write(connection, due, change);
        }
        Cause cause = new Cause(Cause.Kind.AGREEMENT_END, agreement);
        Announcements.queue(connection, cause, change, move.today(), move.why().at());
    }
}
