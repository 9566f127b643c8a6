package org.taswiya.store.message;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// What accounts want to be told, and how.
public final class Preferences {
    private static final String ON = """
            select distinct on (kind) kind, is_wanted, channels, language::text
            from message_preference where account = ? and since <= ?
            order by kind, since desc, change desc""";

    private Preferences() {}

    /// Writes down what holds from a day on for one kind, in place of what was said of it before.
    ///
    /// @param preference without a fault
    /// @return whether it is new; empty when there is no such account
    public static Optional<Boolean> set(
            Database database, String account, Preference preference, LocalDate since, Change why, boolean isTrial) {
        preference.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            if (!Contacts.isAccount(connection, account)) {
                return new Done<>(Optional.empty(), false);
            }
            if (on(connection, account, since).contains(preference)) {
                return new Done<>(Optional.of(false), false);
            }
            insert(connection, account, preference, since, change);
            return new Done<>(Optional.of(true), true);
        });
    }

    private static void insert(
            Connection connection, String account, Preference preference, LocalDate since, long change)
            throws SQLException {
        Language language = preference.language();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into message_preference values (?, ?, ?, ?, ?, ?, ?::customer_language)")) {
            insert.setString(1, account);
            insert.setString(2, preference.kind().code());
            insert.setLong(3, change);
            insert.setObject(4, since);
            insert.setBoolean(5, preference.isWanted());
            insert.setArray(
                    6,
                    SqlArrays.texts(
                            connection,
                            preference.first().stream().map(Channel::code).toList()));
            insert.setString(7, language == null ? null : language.code());
            insert.executeUpdate();
        }
    }

    /// What an account has said that holds on a day, of each kind of which it has said something.
    public static List<Preference> on(Database database, String account, LocalDate on) {
        try (Connection connection = database.connect()) {
            return on(connection, account, on);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static List<Preference> on(Connection connection, String account, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ON)) {
            query.setString(1, account);
            query.setObject(2, on);
            return Rows.list(query, Preferences::preference);
        }
    }

    private static Preference preference(ResultSet row) throws SQLException {
        Array channels = row.getArray("channels");
        String language = row.getString("language");
        return new Preference(
                Cause.Kind.ofCode(row.getString("kind")).orElseThrow(),
                row.getBoolean("is_wanted"),
                Arrays.stream((String[]) channels.getArray())
                        .map(code -> Channel.ofCode(code).orElseThrow())
                        .toList(),
                language == null ? null : Contacts.language(language));
    }
}
