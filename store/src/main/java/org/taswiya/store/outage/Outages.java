package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final String SELECT = """
            select o.id, o.service, (select count(*) from outage_premise p where p.outage = o.id) as premises,
                   v.version, v.state, v.from_time, v.to_time, v.reason_ar, v.reason_fr, v.reason_en,
                   c.made_at, c.author, c.reason
            from outage o join outage_version v on v.outage = o.id join change c on c.id = v.change
            where ?::bigint is null or o.id = ? order by o.id, v.version""";

    private Outages() {}

    /// When and why.
    ///
    /// @param reasons in each language, all empty or none
    public record Times(LocalDateTime from, LocalDateTime to, Map<Language, String> reasons) {
        public Times {
            reasons = Map.copyOf(reasons);
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("an outage from " + from + " to " + to + " ends before it begins");
            }
        }
    }

    /// Plans one.
    ///
    /// @param area where it is; what of them has no usage point of the service is left out
    /// @return as it stands now
    /// @throws IllegalArgumentException when the service is taken at none of the premises
    public static Outage plan(
            Database database, String service, OutageArea area, Times times, Change why, boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            SortedSet<String> premises = area.premises(connection, service);
            if (premises.isEmpty()) {
                throw new IllegalArgumentException("nobody takes " + service + " " + area.words());
            }
            long number = insert(connection, service, premises, change);
            insertVersion(connection, number, 1, OutageState.PLANNED, times, change);
            return new Done<>(find(connection, number).orElseThrow(), true);
        });
    }

    /// Says what holds of it from now on.
    ///
    /// @param state any but planned
    /// @param from null for as it was
    /// @param to null for as it was
    /// @param reasons empty for as they were
    /// @return as it stands now; empty when there is no such outage
    /// @throws IllegalArgumentException when it is over already, or would end before it begins
    public static Optional<Outage> change(
            Database database,
            long number,
            OutageState state,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            Map<Language, String> reasons,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Optional<Outage> found = find(connection, number);
            if (found.isEmpty()) {
                return new Done<>(found, false);
            }
            Outage.Version now = found.get().now();
            if (now.state().isOver()) {
                throw new IllegalArgumentException("outage " + number + " is "
                        + now.state().code() + " since " + now.why().at() + "; plan another one");
            }
            Times times = new Times(
                    from == null ? now.from() : from,
                    to == null ? now.to() : to,
                    reasons.isEmpty() ? now.reasons() : reasons);
            if (state == OutageState.CHANGED && times.equals(new Times(now.from(), now.to(), now.reasons()))) {
                return new Done<>(found, false);
            }
            insertVersion(connection, number, now.version() + 1, state, times, change);
            return new Done<>(find(connection, number), true);
        });
    }

    /// All of them, in the order in which they were planned.
    public static List<Outage> list(Database database) {
        try (Connection connection = database.connect()) {
            return select(connection, null);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<Outage> of(Database database, long number) {
        try (Connection connection = database.connect()) {
            return find(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<Outage> find(Connection connection, long number) throws SQLException {
        return select(connection, number).stream().findFirst();
    }

    private static List<Outage> select(Connection connection, @Nullable Long number) throws SQLException {
        Map<Long, Outage> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setObject(1, number);
            query.setObject(2, number);
            Rows.each(query, row -> {
                List<Outage.Version> versions = new ArrayList<>();
                Outage before = found.get(row.getLong("id"));
                if (before != null) {
                    versions.addAll(before.versions());
                }
                versions.add(version(row));
                found.put(
                        row.getLong("id"),
                        new Outage(row.getLong("id"), row.getString("service"), row.getInt("premises"), versions));
            });
        }
        return List.copyOf(found.values());
    }

    private static Outage.Version version(ResultSet row) throws SQLException {
        return new Outage.Version(
                row.getInt("version"),
                OutageState.ofCode(row.getString("state")).orElseThrow(),
                row.getObject("from_time", LocalDateTime.class),
                row.getObject("to_time", LocalDateTime.class),
                Map.of(
                        Language.AR, row.getString("reason_ar"),
                        Language.FR, row.getString("reason_fr"),
                        Language.EN, row.getString("reason_en")),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")));
    }

    private static long insert(Connection connection, String service, SortedSet<String> premises, long change)
            throws SQLException {
        long number;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into outage select coalesce(max(id), 0) + 1, ?, ? from outage returning id")) {
            insert.setString(1, service);
            insert.setLong(2, change);
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
