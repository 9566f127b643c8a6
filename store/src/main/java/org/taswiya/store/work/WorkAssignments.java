package org.taswiya.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.work.AssignmentAnswer.Reason;
import org.taswiya.store.work.AssignmentAnswer.Refused;

/// Who looks after an item. Whoever comes second is told who was first; the same again writes nothing.
///
/// Of two at one item the second waits for the first: nobody else writes a change down until its transaction ends.
public final class WorkAssignments {
    private WorkAssignments() {}

    /// The author of the change has it from now on, if it is free.
    public static AssignmentAnswer take(Database database, WorkKind kind, String key, Change why) {
        return move(database, kind, key, why.author(), null, why);
    }

    /// Nobody has it from now on, if the author of the change has it.
    public static AssignmentAnswer giveBack(Database database, WorkKind kind, String key, Change why) {
        return move(database, kind, key, null, why.author(), why);
    }

    /// Somebody has it from now on.
    ///
    /// @param to somebody who may see the lists; null for nobody
    /// @param from who had it when that was decided; null for nobody. If it is not so any more, nothing is done.
    public static AssignmentAnswer assign(
            Database database, WorkKind kind, String key, @Nullable String to, @Nullable String from, Change why) {
        return move(database, kind, key, to, from, why);
    }

    private static AssignmentAnswer move(
            Database database, WorkKind kind, String key, @Nullable String to, @Nullable String from, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Optional<WorkItem> item = WorkLists.of(connection, kind, key);
            if (item.isEmpty()) {
                return not(Reason.NOT_WAITING, "'" + key + "' waits no more. Go back to the list.", null);
            }
            String has = item.get().staff();
            if (Objects.equals(has, to)) {
                return new Done<>(new AssignmentAnswer.Done(to), false);
            }
            if (!Objects.equals(has, from)) {
                return not(
                        Reason.TAKEN,
                        "'" + key + "' is " + (has == null ? "nobody's now" : "with " + has + " now")
                                + ". Look at it again.",
                        has);
            }
            if (to != null && !list(connection).contains(to)) {
                return not(Reason.NO_SUCH_STAFF, "'" + to + "' cannot be given work. See staff list.", has);
            }
            insert(connection, kind, key, change, to);
            return new Done<>(new AssignmentAnswer.Done(to), true);
        });
    }

    /// Whoever can be given work, by their names.
    public static List<String> staff(Database database) {
        try (Connection connection = database.connect()) {
            return list(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<String> list(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select f.name from staff f
                join lateral (select n.role, n.is_enabled from staff_standing n where n.staff = f.name
                              order by n.change desc limit 1) s on true
                where s.is_enabled and exists (
                    select from staff_right r where r.role = s.role and r.may = 'work')
                order by f.name""")) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private static void insert(Connection connection, WorkKind kind, String key, long change, @Nullable String to)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                        insert into work_assignment
                        select ?, ?, coalesce(max(ordinal), 0) + 1, ?, ? from work_assignment
                        where kind = ? and item = ?""")) {
            insert.setString(1, kind.code());
            insert.setString(2, key);
            insert.setString(3, to);
            insert.setLong(4, change);
            insert.setString(5, kind.code());
            insert.setString(6, key);
            insert.executeUpdate();
        }
    }

    private static Done<AssignmentAnswer> not(Reason reason, String said, @Nullable String staff) {
        return new Done<>(new Refused(reason, said, staff), false);
    }
}
