package org.taswiya.store.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The trail of staff as it is read: the newest first, page by page.
public final class TrailSearch {
    private TrailSearch() {}

    /// What is looked for; null for whatever it is.
    ///
    /// @param staff by name
    /// @param from the first moment
    /// @param to the first moment after
    /// @param before the number before which the page begins
    public record Sought(
            @Nullable String staff,
            @Nullable String account,
            StaffTrail.@Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before) {}

    /// @param staff null where there is nobody of the name that was typed, which is not kept: it may be a password
    /// @param address of the network
    /// @param account whose page it was, or about whom something was done; null for neither
    /// @param place of the page, what was done, or how they came to the door; null for none
    public record Event(
            long id,
            Instant at,
            String kind,
            @Nullable String staff,
            String address,
            @Nullable String account,
            @Nullable String place) {}

    /// @param hasOlder whether there is another page after it
    public record Page(List<Event> events, boolean hasOlder) {
        public Page {
            events = List.copyOf(events);
        }
    }

    public static Page page(Database database, Sought sought, int onAPage) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(conditions, values, "staff = ?", sought.staff());
        add(conditions, values, "account = ?", sought.account());
        add(conditions, values, "kind = ?", sought.kind() == null ? null : sought.kind().code());
        add(conditions, values, "at >= ?", time(sought.from()));
        add(conditions, values, "at < ?", time(sought.to()));
        add(conditions, values, "id < ?", sought.before());
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select id, at, kind, staff, address, account, place from staff_event" + where
                                + " order by id desc limit ?")) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            query.setInt(values.size() + 1, onAPage + 1);
            List<Event> found = Rows.list(query, TrailSearch::event);
            return new Page(found.subList(0, Math.min(onAPage, found.size())), found.size() > onAPage);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("staff"),
                row.getString("address"),
                row.getString("account"),
                row.getString("place"));
    }
}
