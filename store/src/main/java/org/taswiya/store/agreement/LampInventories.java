package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.decision.Reopenings;

/// Lamps of agreements without a meter. An entry is known by its place, type and first day; the one written last
/// counts.
public final class LampInventories {
    private static final String STANDING = """
            select distinct on (a.reference, l.place, l.type, l.from_day)
                   a.reference, l.place, l.type, l.lamps, l.watts, l.losses, l.from_day, l.to_day, l.regime,
                   c.made_at, c.author, c.reason
            from service_agreement a join lamp_group l on l.agreement = a.reference join change c on c.id = l.change
            where {which}
            order by a.reference, l.place, l.type, l.from_day, l.change desc""";

    private LampInventories() {}

    /// An entry that stands, with who wrote it down, when and why.
    public record Stored(String agreement, LampGroup lamps, Change why) {}

    /// What becomes of an entry that is written down.
    public enum Written {
        ADDED,
        /// Another entry of this place, type and first day stood.
        CORRECTED,
        /// It stands already.
        UNCHANGED
    }

    /// Those of an agreement, by place, type and first day.
    public static List<Stored> of(Database database, String agreement) {
        return list(database, "a.reference = ?", agreement);
    }

    /// Those of all agreements of an account.
    public static List<Stored> ofAccount(Database database, String account) {
        return list(database, "a.account = ?", account);
    }

    private static List<Stored> list(Database database, String which, String of) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(STANDING.replace("{which}", which))) {
            query.setString(1, of);
            return Rows.list(query, LampInventories::stored).stream()
                    .filter(stored -> stored.lamps().count() > 0)
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        @Nullable Date to = row.getDate("to_day");
        return new Stored(
                row.getString("reference"),
                new LampGroup(
                        row.getString("place"),
                        row.getString("type"),
                        row.getInt("lamps"),
                        Rows.decimal(row, "watts"),
                        Rows.decimal(row, "losses"),
                        Rows.date(row, "from_day"),
                        to == null ? null : to.toLocalDate(),
                        row.getString("regime")),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")));
    }

    /// Writes entries down. Whoever was billed for days on which they change something is settled by the next bill.
    ///
    /// @param lamps by agreement that there is; of one place, type and first day one at most
    /// @param first the first day on which they change something, by agreement
    public static void add(
            Connection connection, long change, Map<String, List<LampGroup>> lamps, Map<String, LocalDate> first)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into lamp_group (agreement, place, type, from_day, lamps, watts, losses, to_day, regime, change)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Map.Entry<String, List<LampGroup>> of : lamps.entrySet()) {
                for (LampGroup group : of.getValue()) {
                    insert.setString(1, of.getKey());
                    insert.setString(2, group.place());
                    insert.setString(3, group.type());
                    insert.setObject(4, group.from());
                    insert.setInt(5, group.count());
                    insert.setBigDecimal(6, group.watts().toBigDecimal());
                    insert.setBigDecimal(7, group.losses().toBigDecimal());
                    insert.setObject(8, group.to());
                    insert.setString(9, group.regime());
                    insert.setLong(10, change);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        for (Map.Entry<String, LocalDate> one : first.entrySet()) {
            Reopenings.openForDays(connection, change, one.getKey(), one.getValue());
        }
        BillRequests.addCounted(connection, change, lamps.keySet());
    }

    /// What writing an entry down comes to beside those that stand.
    ///
    /// @param before the one of its place, type and first day; null for none
    public static Written written(@Nullable LampGroup before, LampGroup group) {
        return before == null
                ? group.count() == 0 ? Written.UNCHANGED : Written.ADDED
                : before.equals(group) ? Written.UNCHANGED : Written.CORRECTED;
    }

    /// The first day on which an entry changes something: where it ends on another day alone, the earlier of both.
    public static LocalDate firstChanged(@Nullable LampGroup before, LampGroup group) {
        if (before == null || !before.until(group.to()).equals(group)) {
            return group.from();
        }
        LocalDate end = before.to() == null ? LocalDate.MAX : before.to();
        return group.to() == null || group.to().isAfter(end) ? end : group.to();
    }
}
