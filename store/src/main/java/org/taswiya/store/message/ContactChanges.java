package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Contact;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.message.Outbox.Told;

/// Tells that an account is reached otherwise: to where it is reached now, and to each address that is given up, so
/// that nobody's bills are sent elsewhere behind their back.
final class ContactChanges {
    private ContactChanges() {}

    /// In the transaction that writes the change.
    static void tell(Connection connection, ContactSet before, ContactSet now, long change, Instant at)
            throws SQLException {
        Announcement.ContactChange told = of(now);
        List<Due> announced = new ArrayList<>();
        List<Told> messages = new ArrayList<>();
        for (Contact rung : now.ladder().rungs()) {
            if (messages.isEmpty()) {
                add(announced, messages, "C" + change, now, told, rung);
            }
        }
        for (Contact rung : before.ladder().rungs()) {
            if (!now.ladder().rungs().contains(rung)) {
                add(announced, messages, "C" + change + "B", before, told, rung);
            }
        }
        Announcements.write(connection, announced, change);
        Outbox.queue(connection, messages, at, change);
    }

    static Announcement.ContactChange of(ContactSet now) {
        return new Announcement.ContactChange(
                now.since(),
                now.ladder().rungs().stream()
                        .map(rung -> rung.channel().code() + " " + rung.masked())
                        .toList());
    }

    private static void add(
            List<Due> announced,
            List<Told> messages,
            String key,
            ContactSet to,
            Announcement.ContactChange told,
            Contact rung) {
        announced.add(new Due(key, to.account(), told));
        messages.add(new Told(new Cause(Cause.Kind.CONTACT, key), to.account(), rung, to.language()));
    }
}
