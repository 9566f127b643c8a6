package org.taswiya.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.Erasable;
import org.taswiya.store.Rows;

/// The one way by which something is erased: a row that says so, whose trigger does it and counts. In a transaction of
/// the caller.
final class Erasures {
    private final Connection connection;
    private final long change;
    private final Map<Erasable, Erased> all = new LinkedHashMap<>();

    /// @param change who erases, and why
    Erasures(Connection connection, long change) {
        this.connection = connection;
        this.change = change;
    }

    /// Erases something of one customer's.
    void of(String customer, Erasable what, String rule) throws SQLException {
        add(what, insert(what, customer, null, rule), 1, rule);
    }

    /// Erases of everybody's what was over before a day.
    void olderThan(LocalDate day, Erasable what, String rule) throws SQLException {
        add(what, insert(what, null, day, rule), 0, rule);
    }

    private void add(Erasable what, long rows, int customers, String rule) {
        if (rows > 0) {
            all.merge(
                    what,
                    new Erased(what, rows, customers, rule),
                    (one, more) ->
                            new Erased(what, one.rows() + more.rows(), one.customers() + more.customers(), one.rule()));
        }
    }

    /// What came of it, in order; nothing is in the books of what there was none.
    List<Erased> all() {
        return List.copyOf(all.values());
    }

    private long insert(Erasable what, @Nullable String customer, @Nullable LocalDate older, String rule)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into erasure (id, what, customer, older_than, rule, change)
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ? from erasure returning erased""")) {
            insert.setString(1, what.code());
            insert.setString(2, customer);
            insert.setObject(3, older);
            insert.setString(4, rule);
            insert.setLong(5, change);
            long rows = Rows.list(insert, row -> row.getLong(1)).getFirst();
            if (rows == 0) {
                connection.rollback(before);
            } else {
                connection.releaseSavepoint(before);
            }
            return rows;
        }
    }
}
