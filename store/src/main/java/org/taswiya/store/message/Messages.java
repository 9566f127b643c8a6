package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.MessageState;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Messages as people ask about them, and keep them back.
public final class Messages {
    private Messages() {}

    /// A message with all that happened to it, in the order in which it did.
    ///
    /// @param receipts what was reported of it, in the order in which that was taken
    public record Story(StoredMessage message, List<StoredAttempt> attempts, List<StoredReceipt> receipts) {
        public Story {
            attempts = List.copyOf(attempts);
            receipts = List.copyOf(receipts);
        }
    }

    /// What is done with each.
    public interface Use {
        void with(StoredMessage message);
    }

    /// All messages, or those that stand so, in the order in which they were queued.
    public static void each(Database database, @Nullable MessageState state, Use use) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select " + MessageRows.COLUMNS
                        + " from message m where ?::text is null or m.state = ? order by m.id")) {
            connection.setAutoCommit(false); // so that rows come in portions
            String code = state == null ? null : state.code();
            query.setString(1, code);
            query.setString(2, code);
            Rows.each(query, row -> use.with(MessageRows.message(row)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One of them.
    public static Optional<Story> of(Database database, long id) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select " + MessageRows.COLUMNS + " from message m where m.id = ?")) {
            query.setLong(1, id);
            List<StoredAttempt> attempts = attempts(connection, id);
            List<StoredReceipt> receipts = Receipts.of(connection, id);
            return Rows.list(query, row -> new Story(MessageRows.message(row), attempts, receipts)).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What some accounts were told last, but for codes, the newest first; without attempts.
    ///
    /// @param held those of them whose own holder asks: others are shown nothing of contacts, delegates and sign-ins
    /// @param most how many
    public static List<Story> to(Database database, Collection<String> accounts, Collection<String> held, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select " + MessageRows.COLUMNS + """
                         from message m
                        where m.account = any(?) and m.cause_kind not in ('sign-in-code', 'contact-code')
                            and (m.account = any(?) or m.cause_kind not in ('contact', 'delegate', 'sign-in-change'))
                        order by m.id desc limit ?""")) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            query.setArray(2, SqlArrays.texts(connection, held));
            query.setInt(3, most);
            List<Story> told = new ArrayList<>();
            for (StoredMessage message : Rows.list(query, MessageRows::message)) {
                told.add(new Story(message, List.of(), Receipts.of(connection, message.id())));
            }
            return told;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<StoredAttempt> attempts(Connection connection, long id) throws SQLException {
        return attempts(connection, List.of(id)).getOrDefault(id, List.of());
    }

    /// Of several messages, by their ids; of each in the order in which they were.
    static Map<Long, List<StoredAttempt>> attempts(Connection connection, List<Long> ids) throws SQLException {
        Map<Long, List<StoredAttempt>> attempts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select message, attempt, event, said, at from message_attempt where message = any(?)
                order by message, attempt, event <> 'begun'""")) {
            query.setArray(1, SqlArrays.numbers(connection, ids));
            Rows.each(
                    query,
                    row -> attempts.computeIfAbsent(row.getLong("message"), _ -> new ArrayList<>())
                            .add(MessageRows.attempt(row)));
        }
        return attempts;
    }

    /// Keeps messages back that wait. One that is being handed over is waited for.
    ///
    /// @param ids which; empty for all that wait
    /// @return how many are kept back now that were not
    public static int pause(Database database, Collection<Long> ids, Change why) {
        return move(database, ids, why, MessageState.QUEUED, "state = 'paused', paused_by = {change}");
    }

    /// Lets messages go that were kept back.
    ///
    /// @param ids which; empty for all that are
    /// @return how many wait again
    public static int resume(Database database, Collection<Long> ids, Change why) {
        return move(database, ids, why, MessageState.PAUSED, "state = 'queued', paused_by = null");
    }

    /// The rows before the change: whoever has to wait for a sender keeps nobody else waiting.
    private static int move(Database database, Collection<Long> ids, Change why, MessageState from, String to) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<Long> locked = lock(connection, ids, from);
            if (locked.isEmpty()) {
                connection.rollback();
                return 0;
            }
            String change = Long.toString(Changes.record(connection, why));
            try (PreparedStatement update = connection.prepareStatement(
                    "update message set " + to.replace("{change}", change) + " where id = any(?)")) {
                update.setArray(1, SqlArrays.numbers(connection, locked));
                update.executeUpdate();
            }
            connection.commit();
            return locked.size();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Long> lock(Connection connection, Collection<Long> ids, MessageState state)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select id from message where state = ? and (? or id = any(?)) order by id for no key update""")) {
            query.setString(1, state.code());
            query.setBoolean(2, ids.isEmpty());
            query.setArray(3, SqlArrays.numbers(connection, ids));
            return Rows.list(query, row -> row.getLong(1));
        }
    }
}
