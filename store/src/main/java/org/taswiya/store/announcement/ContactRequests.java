package org.taswiya.store.announcement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.taswiya.core.message.Announcement;
import org.taswiya.store.Rows;
import org.taswiya.store.announcement.AnnouncementSweep.Use;
import org.taswiya.store.message.Announcements.Due;

/// Accounts that a running campaign asks for an address, or to confirm one, and that were not told and have not
/// answered yet. Whom no channel reaches is not told: whoever speaks with them asks.
final class ContactRequests {
    private static final String ASKED = """
            select g.id, g.chosen, g.begun_on, x.account
            from contact_campaign g join contact_campaign_account x on x.campaign = g.id
            where g.chosen <> 'unreached'
                and not exists (select from contact_campaign_end e where e.campaign = g.id)
                and not exists (select from contact_set s where s.account = x.account and s.change > g.change)
                and not exists (
                    select from announcement n
                    where n.kind = 'contact-request' and n.account = x.account and n.cause = 'P' || g.id)
            order by g.id, x.account""";

    private ContactRequests() {}

    static void each(Connection connection, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ASKED)) {
            Rows.each(
                    query,
                    row -> use.with(new Due(
                            "P" + row.getLong("id"),
                            row.getString("account"),
                            new Announcement.ContactRequest(
                                    Rows.date(row, "begun_on"),
                                    row.getString("chosen").equals("unconfirmed")))));
        }
    }
}
