package org.taswiya.store.outage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.Outages.Said;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// An interruption planned or changed, and everybody told of it: both or neither.
public final class OutagePlanning {
    private OutagePlanning() {}

    /// What came of it, or would.
    ///
    /// @param byChannel how many customers are told by each
    /// @param unreached how many no channel reaches, so that somebody has to tell them
    public record Planned(Said said, SortedMap<String, Integer> byChannel, int unreached) {
        public Planned {
            byChannel = Collections.unmodifiableSortedMap(new TreeMap<>(byChannel));
        }

        public int told() {
            return byChannel.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// The number of the last outage; zero before the first.
    public static long last(Database database) {
        try (Connection connection = database.connect()) {
            return last(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) from outage")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// Services that are taken somewhere, each found as the next one after that before it.
    public static List<String> services(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        with recursive taken (service) as (
                            select min(service) from usage_point
                            union all
                            select (select min(u.service) from usage_point u where u.service > t.service)
                            from taken t where t.service is not null)
                        select service from taken where service is not null order by 1""")) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Plans one and tells of it.
    ///
    /// @param seen the last outage when that was decided: a double click plans no second one
    /// @return empty when another was planned since
    /// @throws OutageRefused as [Outages#plan] does
    public static Optional<Planned> plan(
            Database database,
            String service,
            OutageArea area,
            Outages.Times times,
            long seen,
            LocalDateTime now,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            if (last(connection) != seen) {
                return new Done<>(Optional.empty(), false);
            }
            Said said = Outages.plan(connection, service, area, times, now, change);
            return new Done<>(Optional.of(told(connection, said, now, why, change)), true);
        });
    }

    /// Says what holds of one from now on, and tells of it.
    ///
    /// @param seen its version when that was decided
    /// @return empty when there is no such outage, or it has another version by now
    /// @throws OutageRefused as [Outages#change] does
    public static Optional<Planned> change(
            Database database,
            long number,
            int seen,
            OutageState state,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime to,
            Map<Language, String> reasons,
            LocalDateTime now,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            Optional<Outage> found = OutageRows.find(connection, number);
            if (found.isEmpty() || found.get().now().version() != seen) {
                return new Done<>(Optional.empty(), false);
            }
            Outages.News news = new Outages.News(state, from, to, reasons);
            Done<Optional<Said>> done = Outages.change(connection, number, news, now, change);
            Planned planned = told(connection, done.answer().orElseThrow(), now, why, change);
            return new Done<>(Optional.of(planned), done.isWritten());
        });
    }

    private static Planned told(Connection connection, Said said, LocalDateTime now, Change why, long change)
            throws SQLException {
        Counting counting = new Counting();
        OutageNotices.notify(
                connection, said.outage().number(), now, new OutageNotices.Sent(change, why.at()), counting);
        return new Planned(said, counting.byChannel, counting.unreached);
    }

    /// Counts who is told.
    private static final class Counting implements Announcements.Listener {
        private final SortedMap<String, Integer> byChannel = new TreeMap<>();
        private int unreached;

        @Override
        public void queued(StoredMessage message, Announcement announcement) {
            byChannel.merge(message.contact().channel().code(), 1, Integer::sum);
        }

        @Override
        public void unreached(Cause cause, String account) {
            unreached++;
        }

        /// Nobody is asked whether they want to be told of an outage.
        @Override
        public void unwanted(Cause cause, String account) {
            unreached++;
        }
    }
}
