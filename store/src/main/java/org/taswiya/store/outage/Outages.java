package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Interruptions: plans, what became of them.
public final class Outages {
    private Outages() {}

    /// When and why.
    ///
    /// @param reasons in each language, all empty or none
    public record Times(LocalDateTime from, LocalDateTime to, Map<Language, String> reasons) {
        public Times {
            reasons = Map.copyOf(reasons);
            if (!to.isAfter(from)) {
                throw new OutageRefused(
                        OutageRefusal.TURNED,
                        "an outage from " + from + " to " + to + " ends before it begins",
                        Map.of(OutageRefused.FROM, from, OutageRefused.TO, to),
                        List.of());
            }
        }
    }

    /// What was said of one.
    ///
    /// @param outage as it stands now
    /// @param overlapping numbers of others that stand, of the same service, at some of the same premises, at the same
    ///     time. Nothing is wrong with it, but mostly one of them was planned by mistake
    public record Said(Outage outage, List<Long> overlapping) {
        public Said {
            overlapping = List.copyOf(overlapping);
        }
    }

    /// Plans one.
    ///
    /// @param area where it is; what of them has no usage point of the service is left out
    /// @param now what time it is, the utility's own
    /// @throws OutageRefused when the service is taken at none of the premises, or it would be over already
    public static Said plan(
            Database database,
            String service,
            OutageArea area,
            Times times,
            LocalDateTime now,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(
                database,
                why,
                isTrial,
                (connection, change) -> new Done<>(plan(connection, service, area, times, now, change), true));
    }

    static Said plan(
            Connection connection, String service, OutageArea area, Times times, LocalDateTime now, long change)
            throws SQLException {
        if (!times.to().isAfter(now)) {
            throw new OutageRefused(
                    OutageRefusal.OVER_BEFORE,
                    "an outage that was over at " + times.to() + " is nothing to plan: it is " + now
                            + " now; is the day right?",
                    Map.of(OutageRefused.TO, times.to(), OutageRefused.NOW, now),
                    List.of());
        }
        SortedSet<String> premises = area.premises(connection, service);
        if (premises.isEmpty()) {
            throw new OutageRefused(
                    OutageRefusal.NOBODY, "nobody takes " + service + " " + area.words(), Map.of(), area.places());
        }
        long number = insert(connection, service, premises, change);
        insertVersion(connection, number, 1, OutageState.PLANNED, times, change);
        return OutageRows.said(connection, number);
    }

    /// Says what holds of it from now on.
    ///
    /// @param state any but planned
    /// @param from null for as it was
    /// @param to null for as it was
    /// @param reasons empty for as they were
    /// @param now what time it is, the utility's own
    /// @return empty when there is no such outage
    /// @throws OutageRefused when it is over already, would end before it begins, ends in time to come, or
    ///     moves into time that has passed
    public static Optional<Said> change(
            Database database,
            long number,
            OutageState state,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            Map<Language, String> reasons,
            LocalDateTime now,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(
                database,
                why,
                isTrial,
                (connection, change) -> change(connection, number, new News(state, from, to, reasons), now, change));
    }

    /// What is to hold from now on.
    ///
    /// @param state any but planned
    /// @param from null for as it was
    /// @param to null for as it was
    /// @param reasons empty for as they were
    record News(
            OutageState state,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            Map<Language, String> reasons) {
        News {
            reasons = Map.copyOf(reasons);
        }
    }

    static Done<Optional<Said>> change(Connection connection, long number, News news, LocalDateTime now, long change)
            throws SQLException {
        Optional<Outage> found = OutageRows.find(connection, number);
        if (found.isEmpty()) {
            return new Done<>(Optional.empty(), false);
        }
        Outage.Version before = found.get().now();
        if (before.state().isOver()) {
            throw new OutageRefused(
                    OutageRefusal.OVER,
                    "outage " + number + " is " + before.state().code() + " since "
                            + before.why().at() + "; plan another one",
                    Map.of(),
                    List.of());
        }
        Times times = new Times(
                news.from() == null ? before.from() : news.from(),
                news.to() == null ? before.to() : news.to(),
                news.reasons().isEmpty() ? before.reasons() : news.reasons());
        boolean isSame = times.equals(new Times(before.from(), before.to(), before.reasons()));
        boolean isNew = news.state() != OutageState.CHANGED || !isSame;
        if (isNew) {
            check(number, news.state(), times.to(), now);
            insertVersion(connection, number, before.version() + 1, news.state(), times, change);
        }
        return new Done<>(Optional.of(OutageRows.said(connection, number)), isNew);
    }

    /// People act on it: that supply is back is said when it is, and what is to come has not passed.
    private static void check(long number, OutageState state, LocalDateTime to, LocalDateTime now) {
        String is = ": it is " + now + " now; ";
        if (state == OutageState.ENDED && to.isAfter(now)) {
            throw new OutageRefused(
                    OutageRefusal.NOT_YET,
                    "outage " + number + " cannot have ended at " + to + is + "outage change says when it will end",
                    Map.of(OutageRefused.TO, to, OutageRefused.NOW, now),
                    List.of());
        }
        if (state == OutageState.CHANGED && !to.isAfter(now)) {
            throw new OutageRefused(
                    OutageRefusal.PASSED,
                    "outage " + number + " would have been over at " + to + is + "outage end says when it ended",
                    Map.of(OutageRefused.TO, to, OutageRefused.NOW, now),
                    List.of());
        }
    }

    /// All of them, in the order in which they were planned.
    public static List<Outage> list(Database database) {
        try (Connection connection = database.connect()) {
            return OutageRows.all(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The last that were planned, the newest first.
    public static List<Outage> newest(Database database, int most) {
        try (Connection connection = database.connect()) {
            return OutageRows.newest(connection, most).reversed();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<Outage> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return OutageRows.find(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static long insert(Connection connection, String service, SortedSet<String> premises, long change)
            throws SQLException {
        long number;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outage (id, service, change, premises, areas)
                select coalesce(max(id), 0) + 1, ?, ?, ?,
                       array(select distinct e.area from premise e
                             where e.reference = any(?) and e.area <> '' order by e.area)
                from outage returning id""")) {
            insert.setString(1, service);
            insert.setLong(2, change);
            insert.setInt(3, premises.size());
            insert.setArray(4, SqlArrays.texts(connection, premises));
            number = Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into outage_premise select ?, unnest(?)")) {
            insert.setLong(1, number);
            insert.setArray(2, SqlArrays.texts(connection, premises));
            insert.executeUpdate();
        }
        return number;
    }

    private static void insertVersion(
            Connection connection, long number, int version, OutageState state, Times times, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outage_version values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setInt(2, version);
            insert.setString(3, state.code());
            insert.setObject(4, times.from());
            insert.setObject(5, times.to());
            insert.setString(6, times.reasons().getOrDefault(Language.AR, ""));
            insert.setString(7, times.reasons().getOrDefault(Language.FR, ""));
            insert.setString(8, times.reasons().getOrDefault(Language.EN, ""));
            insert.setLong(9, change);
            insert.executeUpdate();
        }
    }
}
