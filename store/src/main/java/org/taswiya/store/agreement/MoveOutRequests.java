package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Customers who say that they move out. A person ends the agreement: somebody has to read the meter.
public final class MoveOutRequests {
    /// What somebody wants later than that is not known well enough.
    public static final int DAYS_AHEAD = 90;

    private static final String LAST = """
            left join lateral (
                select m.on_day, m.asked_on from move_out_request m where m.agreement = a.reference
                order by m.id desc limit 1) r on true
            """;

    private MoveOutRequests() {}

    /// An agreement that runs, as its holder is asked about it.
    ///
    /// @param address of the premises
    /// @param request null where it is to go on
    public record Running(
            String agreement,
            String service,
            String address,
            @Nullable MoveOutRequest request) {}

    /// What came of asking.
    public enum Asked {
        /// All of it is written, now or before.
        WRITTEN,
        /// Not from today to [#DAYS_AHEAD] days on.
        WRONG_DAY,
        /// One of them is not of that account, or has an end.
        NOT_RUNNING
    }

    /// Those of an account that run.
    public static List<Running> running(Database database, String account) {
        try (Connection connection = database.connect()) {
            return running(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Running> running(Connection connection, String account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                select a.reference, p.service, l.address, r.on_day, r.asked_on
                from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join premise l on l.reference = p.premise
                """ + LAST + "where a.account = ? and a.to_day is null order by l.address, a.reference")) {
            query.setString(1, account);
            return Rows.list(query, row -> {
                String agreement = row.getString("reference");
                LocalDate on = Rows.dateOrNull(row, "on_day");
                return new Running(
                        agreement,
                        row.getString("service"),
                        row.getString("address"),
                        on == null ? null : new MoveOutRequest(agreement, account, on, Rows.date(row, "asked_on")));
            });
        }
    }

    /// Asks for the end of some agreements of an account, all or none. Asked again for the same day, it is written
    /// once; for another day, that one counts.
    public static Asked ask(
            Database database,
            String account,
            Collection<String> agreements,
            LocalDate on,
            LocalDate today,
            Change why) {
        if (on.isBefore(today) || on.isAfter(today.plusDays(DAYS_AHEAD))) {
            return Asked.WRONG_DAY;
        }
        return write(database, account, agreements, on, today, why);
    }

    /// They stay after all. Of one that nobody wanted to end nothing is written.
    public static Asked takeBack(Database database, String account, String agreement, LocalDate today, Change why) {
        return write(database, account, List.of(agreement), null, today, why);
    }

    private static Asked write(
            Database database,
            String account,
            Collection<String> agreements,
            @Nullable LocalDate on,
            LocalDate today,
            Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            List<Running> running = running(connection, account);
            if (agreements.isEmpty()
                    || !running.stream().map(Running::agreement).toList().containsAll(agreements)) {
                return new Done<>(Asked.NOT_RUNNING, false);
            }
            List<String> other = running.stream()
                    .filter(one -> agreements.contains(one.agreement()) && !isSo(one, on))
                    .map(Running::agreement)
                    .toList();
            for (String agreement : other) {
                insert(connection, agreement, on, today, change);
            }
            return new Done<>(Asked.WRITTEN, !other.isEmpty());
        });
    }

    private static boolean isSo(Running one, @Nullable LocalDate on) {
        MoveOutRequest request = one.request();
        return request == null ? on == null : request.on().equals(on);
    }

    private static void insert(
            Connection connection, String agreement, @Nullable LocalDate on, LocalDate today, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into move_out_request
                select coalesce(max(id), 0) + 1, ?, ?, ?, ? from move_out_request""")) {
            insert.setString(1, agreement);
            insert.setObject(2, on);
            insert.setObject(3, today);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }

    /// All that wait for a person, whoever goes first first.
    public static List<MoveOutRequest> waiting(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.reference, a.account, r.on_day, r.asked_on
                        from service_agreement a
                        """ + LAST + """
                        where a.to_day is null and r.on_day is not null order by r.on_day, a.reference""")) {
            return Rows.list(
                    query,
                    row -> new MoveOutRequest(
                            row.getString("reference"),
                            row.getString("account"),
                            Rows.date(row, "on_day"),
                            Rows.date(row, "asked_on")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
