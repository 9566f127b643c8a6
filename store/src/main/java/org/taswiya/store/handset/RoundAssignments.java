package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.handset.HandsetAnswer.Reason;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffMember;
import org.taswiya.store.staff.StaffRole;

/// Who walks which round; the newest word counts.
public final class RoundAssignments {
    private RoundAssignments() {}

    /// Gives a round to a reader, or to another one than before: whoever had it keeps what they typed, and gets nothing
    /// new of it.
    public static HandsetAnswer assign(Database database, long round, String reader, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            boolean isReader = Staff.list(database).stream()
                    .filter(StaffMember::isEnabled)
                    .anyMatch(member -> member.name().equals(reader) && member.role() == StaffRole.READER);
            if (!isReader) {
                return Handsets.not(Reason.NO_READER, "There is no reader '" + reader + "'. See staff list.");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into round_assignment select id, ?, ? from reading_round where id = ?")) {
                insert.setLong(1, change);
                insert.setString(2, reader);
                insert.setLong(3, round);
                return insert.executeUpdate() == 1
                        ? new Done<>(new HandsetAnswer.Done(), true)
                        : Handsets.not(Reason.NO_SUCH_ROUND, "There is no round " + round + ". See round list.");
            }
        });
    }

    /// The rounds that somebody walks on a day, in the order of their numbers.
    static List<Long> of(Connection connection, String reader, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select n.id from reading_round n
                where n.from_day <= ? and n.to_day > ? and ? = (
                    select a.reader from round_assignment a where a.round = n.id order by a.change desc limit 1)
                order by n.id""")) {
            query.setObject(1, on);
            query.setObject(2, on);
            query.setString(3, reader);
            return Rows.list(query, row -> row.getLong(1));
        }
    }

    /// Whether a meter is one of a round that somebody walks or has walked.
    static boolean isOf(Connection connection, String reader, long round, String usagePoint) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from round_order o where o.round = ? and o.usage_point = ?
                    and exists (select from round_assignment a where a.round = o.round and a.reader = ?)""")) {
            query.setLong(1, round);
            query.setString(2, usagePoint);
            query.setString(3, reader);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    /// Who walks each round that is not over on a day, by round; nobody where it was given to nobody.
    public static List<WalkedRound> open(Database database, LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select n.id, n.route, n.from_day, n.to_day, coalesce((
                            select a.reader from round_assignment a
                            where a.round = n.id order by a.change desc limit 1), '') as reader
                        from reading_round n where n.to_day > ? order by n.id""")) {
            query.setObject(1, on);
            return Rows.list(
                    query,
                    row -> new WalkedRound(
                            row.getLong("id"),
                            row.getString("route"),
                            Rows.date(row, "from_day"),
                            Rows.date(row, "to_day"),
                            row.getString("reader")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// @param to the day after the last
    /// @param reader empty for nobody
    public record WalkedRound(long number, String route, LocalDate from, LocalDate to, String reader) {}
}
