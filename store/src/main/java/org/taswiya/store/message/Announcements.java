package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What accounts are told beside bills, and the messages of it: both in the transaction that finds the cause.
public final class Announcements {
    private Announcements() {}

    /// What an account is to be told.
    ///
    /// @param key of the cause
    public record Due(String key, String account, Announcement announcement) {
        Cause cause() {
            return new Cause(announcement.kind(), key);
        }
    }

    /// Is told what came of each announcement, in the order of causes and accounts.
    public interface Listener {
        /// It has a message now.
        void queued(StoredMessage message, Announcement announcement);

        /// Its customer is reached by no channel: the agency tells them.
        void unreached(Cause cause, String account);

        /// Its customer does not want to be told.
        void unwanted(Cause cause, String account);
    }

    /// Writes announcements; what was announced before under the same cause stays as it is.
    ///
    /// @return how many are new
    public static int write(Connection connection, List<Due> all, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into announcement values (?, ?, ?, jsonb_object(?::text[], ?::text[]), ?)
                on conflict do nothing""")) {
            for (Due due : all) {
                Map<String, String> facts = AnnouncementFacts.of(due.announcement());
                insert.setString(1, due.announcement().kind().code());
                insert.setString(2, due.cause().key());
                insert.setString(3, due.account());
                insert.setArray(4, SqlArrays.texts(connection, facts.keySet()));
                insert.setArray(5, SqlArrays.texts(connection, facts.values()));
                insert.setLong(6, change);
                insert.addBatch();
            }
            return Arrays.stream(insert.executeBatch()).sum();
        }
    }

    /// Queues a message for each announcement of a change, by the first rung of its customer's ladder for such things.
    public static void queue(Connection connection, long change, LocalDate on, Instant at) throws SQLException {
        for (Cause.Kind kind : Cause.Kind.values()) {
            if (kind.isOfLadder() && kind != Cause.Kind.BILL) {
                queue(connection, kind, "n.change = " + change, null, change, on, at);
            }
        }
    }

    /// Queues a message for each announcement under a cause that has none yet.
    ///
    /// @return how many
    public static int queue(Connection connection, Cause cause, long change, LocalDate on, Instant at)
            throws SQLException {
        return queue(connection, cause, null, change, on, at);
    }

    /// The same in a language of their own, such as that of the page on which somebody asked for it.
    ///
    /// @param language null for that in which the account is told such things
    public static int queue(
            Connection connection, Cause cause, @Nullable Language language, long change, LocalDate on, Instant at)
            throws SQLException {
        return queue(connection, cause.kind(), "n.cause = '" + cause.key() + "'", language, change, on, at);
    }

    private static int queue(
            Connection connection,
            Cause.Kind kind,
            String which,
            @Nullable Language language,
            long change,
            LocalDate on,
            Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,
                                     not_before, attempts, queued_at, change)
                select n.kind, n.cause, n.account, r.channel, coalesce(?::customer_language, r.language), r.address, ?,
                       n.kind || '.' || n.cause || '.' || n.account || '.' || r.channel, 'queued', ?, 0, ?, ?
                from announcement n cross join lateral (
                    select * from rungs_on(n.account, n.kind, ?) order by ordinal limit 1) r
                where n.kind = ? and {which} and n.facts <> '{}' and not exists (
                    select from message m
                    where m.cause_kind = n.kind and m.cause = n.cause and m.account = n.account)
                order by n.cause, n.account""".replace("{which}", which))) {
            insert.setString(1, language == null ? null : language.code());
            insert.setInt(2, kind.priority());
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setLong(5, change);
            insert.setObject(6, on);
            insert.setString(7, kind.code());
            return insert.executeUpdate();
        }
    }

    /// Tells what came of the announcements of a change.
    public static void tell(Connection connection, long change, LocalDate on, Listener listener) throws SQLException {
        tell(connection, "n.change = " + change, change, on, listener);
    }

    /// Tells what a change brought to announcements under a cause: messages, and who still has none.
    public static void tell(Connection connection, Cause cause, long change, LocalDate on, Listener listener)
            throws SQLException {
        String which = "n.kind = '" + cause.kind().code() + "' and n.cause = '" + cause.key() + "'";
        tell(connection, which, change, on, listener);
    }

    private static void tell(Connection connection, String which, long change, LocalDate on, Listener listener)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + MessageRows.COLUMNS + """
                , n.kind as about, n.cause as of, n.account as whom, is_unwanted(n.account, n.kind, ?) as unwanted,
                    array(select e.key from jsonb_each_text(n.facts) e order by e.key) as names,
                    array(select e.value from jsonb_each_text(n.facts) e order by e.key) as texts
                from announcement n
                left join message m on m.cause_kind = n.kind and m.cause = n.cause and m.account = n.account
                where {which} and (m.id is null or m.change = ?)
                order by n.kind, n.cause, n.account, m.id""".replace("{which}", which))) {
            query.setObject(1, on);
            query.setLong(2, change);
            Rows.each(query, row -> {
                Cause cause =
                        new Cause(Cause.Kind.ofCode(row.getString("about")).orElseThrow(), row.getString("of"));
                if (row.getString("key") != null) {
                    listener.queued(MessageRows.message(row), announcement(cause.kind(), row));
                } else if (row.getBoolean("unwanted")) {
                    listener.unwanted(cause, row.getString("whom"));
                } else {
                    listener.unreached(cause, row.getString("whom"));
                }
            });
        }
    }

    /// What a message tells of; empty when it tells of a bill, and when what it told was erased.
    public static Optional<Announcement> of(Database database, StoredMessage message) {
        try (Connection connection = database.connect()) {
            return of(connection, message);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The same, for somebody who asks of many.
    public static Optional<Announcement> of(Connection connection, StoredMessage message) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select array(select e.key from jsonb_each_text(facts) e order by e.key) as names,
                               array(select e.value from jsonb_each_text(facts) e order by e.key) as texts
                        from announcement where kind = ? and cause = ? and account = ? and facts <> '{}'""")) {
            query.setString(1, message.cause().kind().code());
            query.setString(2, message.cause().key());
            query.setString(3, message.account());
            return Rows.list(query, row -> announcement(message.cause().kind(), row)).stream()
                    .findFirst();
        }
    }

    private static Announcement announcement(Cause.Kind kind, ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("names").getArray();
        String[] texts = (String[]) row.getArray("texts").getArray();
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            facts.put(names[i], texts[i]);
        }
        return AnnouncementFacts.read(kind, facts);
    }
}
