package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Contact;
import org.taswiya.store.message.Announcements.Due;
import org.taswiya.store.message.Outbox.Told;

/// Tells a holder who may see their account and by what, at each address by which it is reached and each by which it
/// was reached not long ago: whoever took over a sign-in and an address cannot keep it from them.
public final class EveryAddress {
    /// Addresses that were given up within so many days are told too.
    static final int DAYS_BACK = 30;

    private EveryAddress() {}

    /// In the transaction that writes the change.
    ///
    /// @param key of the cause
    public static void tell(
            Connection connection, String account, String key, Announcement told, Instant at, long change)
            throws SQLException {
        LocalDate on = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Optional<ContactSet> now = Contacts.on(connection, account, on);
        Optional<ContactSet> before = Contacts.on(connection, account, on.minusDays(DAYS_BACK));
        List<Told> messages = new ArrayList<>();
        List<Contact> reached = now.map(set -> set.ladder().rungs()).orElse(List.of());
        now.ifPresent(set -> add(messages, new Cause(told.kind(), key), set, reached));
        before.ifPresent(set -> add(
                messages,
                new Cause(told.kind(), key + "B"),
                set,
                without(set.ladder().rungs(), reached)));
        List<Due> announced = messages.stream()
                .map(message -> message.cause().key())
                .distinct()
                .map(of -> new Due(of, account, told))
                .toList();
        Announcements.write(connection, announced, change);
        Outbox.queue(connection, messages, at, change);
    }

    private static void add(List<Told> messages, Cause cause, ContactSet to, List<Contact> rungs) {
        for (Contact rung : rungs) {
            messages.add(new Told(cause, to.account(), rung, to.language()));
        }
    }

    private static List<Contact> without(List<Contact> rungs, List<Contact> others) {
        return rungs.stream().filter(rung -> !others.contains(rung)).toList();
    }
}
