package org.taswiya.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What waits for a person, the most urgent first.
public final class WorkLists {
    private WorkLists() {}

    /// Whose items.
    public enum Whose {
        ALL,
        /// Of who asks.
        MINE,
        /// Of nobody.
        FREE
    }

    /// How much is in a list.
    ///
    /// @param mine of who asks
    /// @param late past their day
    /// @param amount of all of them, whichever way it goes; zero where the list has none
    /// @param oldest since when the oldest waits; null where nothing does
    public record Count(
            WorkKind kind,
            long all,
            long mine,
            long free,
            long late,
            Money amount,
            @Nullable LocalDate oldest) {}

    /// @param next after which the next page begins; null where this is the last
    public record Page(List<WorkItem> items, @Nullable WorkCursor next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// Of every list, in the order of the kinds.
    public static List<Count> counts(Database database, String staff, LocalDate today) {
        return WorkCounts.of(database, staff, today);
    }

    /// A page of a list.
    ///
    /// @param staff who asks
    /// @param after null for the beginning
    public static Page page(
            Database database, WorkKind kind, Whose whose, String staff, @Nullable WorkCursor after, int most) {
        String which = switch (whose) {
            case ALL -> "(? is not null)";
            case MINE -> "i.staff = ?";
            case FREE -> "(i.staff is null and ? is not null)";
        };
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select * from (%s) i where %s and (i.rank < ? or i.rank = ? and i.key collate "C" > ?)
                        order by i.rank desc, i.key collate "C" limit ?""".formatted(WorkSql.items(kind), which))) {
            WorkCursor from = after == null ? new WorkCursor(Long.MAX_VALUE, "") : after;
            query.setString(1, staff);
            query.setLong(2, from.rank());
            query.setLong(3, from.rank());
            query.setString(4, from.key());
            query.setInt(5, most + 1);
            List<WorkItem> found = Rows.list(query, row -> item(kind, row));
            return found.size() <= most
                    ? new Page(found, null)
                    : new Page(found.subList(0, most), found.get(most - 1).cursor());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One that waits; empty where none of this key does.
    public static Optional<WorkItem> of(Database database, WorkKind kind, String key) {
        try (Connection connection = database.connect()) {
            return of(connection, kind, key);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<WorkItem> of(Connection connection, WorkKind kind, String key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from (%s) i where i.key = ?".formatted(WorkSql.items(kind)))) {
            query.setString(1, key.replace("\u0000", ""));
            return Rows.list(query, row -> item(kind, row)).stream().findFirst();
        }
    }

    private static WorkItem item(WorkKind kind, ResultSet row) throws SQLException {
        return new WorkItem(
                kind,
                row.getString("key"),
                row.getString("account"),
                Rows.date(row, "since"),
                Rows.dateOrNull(row, "due"),
                Rows.moneyOrNull(row, "amount"),
                row.getString("code"),
                row.getString("said"),
                row.getString("staff"),
                row.getBoolean("has_news"),
                row.getLong("rank"));
    }
}
