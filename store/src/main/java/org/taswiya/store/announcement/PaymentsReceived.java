package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.announcement.AnnouncementSweep.Window;
import org.taswiya.store.message.Announcements.Due;

/// Payments that came in and were not taken back.
final class PaymentsReceived {
    private static final String PAYMENTS = """
            select p.serial, p.account, p.amount, p.received_on from payment p
            where p.received_on between ? and ?
                and not exists (select from payment_reversal v where v.payment = p.serial)
                and not exists (
                    select from announcement n
                    where n.kind = 'payment' and n.account = p.account and n.cause = 'R' || bill_number(p.serial))
            order by p.serial""";

    private PaymentsReceived() {}

    static void each(Connection connection, Window window, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PAYMENTS)) {
            query.setObject(1, window.on().minusDays(window.back()));
            query.setObject(2, window.on());
            Rows.each(query, row -> {
                String receipt = new ReceiptNumber(row.getLong("serial")).toString();
                use.with(new Due(
                        receipt,
                        row.getString("account"),
                        new Announcement.PaymentReceived(
                                receipt, Rows.date(row, "received_on"), Money.ofMinor(row.getLong("amount")))));
            });
        }
    }
}
