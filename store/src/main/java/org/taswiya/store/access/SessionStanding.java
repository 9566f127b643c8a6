package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// What a session of a customer asks with each page, so that what is over is over in sessions that are open.
///
/// @param signInChanges how often it was changed how they sign in; a session goes on while it is as it was then
/// @param lookedAfter accounts of others that they see now, and what may be done for each
public record SessionStanding(long signInChanges, Map<String, DelegateKind> lookedAfter) {
    private static final String CHANGES = """
            select count(*) from sign_in_change
            where customer = (select customer from customer_account where reference = ?)""";

    public SessionStanding {
        lookedAfter = Map.copyOf(lookedAfter);
    }

    /// In one question.
    ///
    /// @param own all accounts of theirs
    public static SessionStanding of(Database database, List<String> own) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select changes.count, seen.account, seen.kind from (" + CHANGES + ") changes left join (select"
                                + " d.account, d.kind" + Delegates.FROM + " where d.invited = any(?) and d.account <>"
                                + " all(?) and " + Delegates.RUNS + ") seen on true")) {
            query.setString(1, own.getFirst());
            query.setArray(2, SqlArrays.texts(connection, own));
            query.setArray(3, SqlArrays.texts(connection, own));
            Map<String, DelegateKind> accounts = new TreeMap<>();
            List<Long> changes = Rows.list(query, row -> {
                String account = row.getString(2);
                if (account != null) {
                    accounts.merge(account, Delegates.kind(row.getString(3)), SessionStanding::wider);
                }
                return row.getLong(1);
            });
            return new SessionStanding(changes.getFirst(), accounts);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static DelegateKind wider(DelegateKind one, DelegateKind other) {
        return one == DelegateKind.MANAGE ? one : other;
    }

    /// How often it was changed how the holder of an account signs in; 0 where there is no such account.
    public static long signInChanges(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(CHANGES)) {
            query.setString(1, account);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
