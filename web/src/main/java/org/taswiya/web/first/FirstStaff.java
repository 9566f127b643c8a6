package org.taswiya.web.first;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.taswiya.cli.staff.StaffTicket;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffAnswer;
import org.taswiya.store.staff.StaffMember;
import org.taswiya.store.staff.StaffRole;

/// The first of the staff, whom nobody else can let in.
public final class FirstStaff {
    private static final String NAME = "admin";

    private FirstStaff() {}

    /// A link by which `admin`, a supervisor, chooses a password once within 48 hours; the one before counts no more.
    /// Empty as soon as there is anybody else, or `admin` has chosen one.
    ///
    /// @param base where the pages are, such as `http://127.0.0.1:8080`
    public static Optional<String> link(Database database, String base, Instant now) {
        List<StaffMember> all = Staff.list(database);
        boolean isWaiting = all.size() == 1
                && all.getFirst().name().equals(NAME)
                && all.getFirst().isEnabled()
                && !all.getFirst().hasPassword();
        if (!all.isEmpty() && !isWaiting) {
            return Optional.empty();
        }
        String ticket = StaffTicket.fresh();
        Change why = new Change(now, "serve", "there is nobody of the staff yet");
        StaffAnswer answer = isWaiting
                ? Staff.reset(database, NAME, ticket, why)
                : Staff.add(database, NAME, StaffRole.SUPERVISOR, ticket, why);
        return switch (answer) {
            case StaffAnswer.Done _ -> Optional.of(link(base, NAME, ticket));
            case StaffAnswer.Refused _ -> Optional.empty(); // another server was quicker
        };
    }

    private static String link(String base, String name, String ticket) {
        return base.replaceFirst("/+$", "") + "/staff/welcome?name=" + encoded(name) + "&code=" + encoded(ticket);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
