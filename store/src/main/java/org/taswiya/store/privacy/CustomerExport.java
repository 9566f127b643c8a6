package org.taswiya.store.privacy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BatchTransaction;

/// All that the books have about one customer, row by row, from one state of the books.
public final class CustomerExport {
    private final Connection connection;
    private final String customer;
    private final Listener listener;
    private final SortedSet<Long> changes = new TreeSet<>();

    private CustomerExport(Connection connection, String customer, Listener listener) {
        this.connection = connection;
        this.customer = customer;
        this.listener = listener;
    }

    /// Takes what is told, in order.
    public interface Listener {
        void part(ExportPart part);

        /// The rows that follow are of this table.
        void table(String table);

        /// @param json an object
        void row(String json);

        /// The rows that follow are who wrote down what was told, when and why.
        void changesFollow();

        /// That was all.
        void end();
    }

    /// Whose an account is; empty when there is none.
    public static Optional<String> ofAccount(Database database, String account) {
        return found(database, "select customer from customer_account where reference = ?", account);
    }

    public static boolean isThere(Database database, String customer) {
        return found(database, "select reference from customer where reference = ?", customer)
                .isPresent();
    }

    private static Optional<String> found(Database database, String sql, String reference) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, reference);
            return Rows.list(query, row -> row.getString(1)).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Tells all of it: each table that has rows, and at last the changes that these name.
    public static void execute(Database database, String customer, Listener listener) {
        try (Connection connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            BatchTransaction.readByIndex(connection);
            new CustomerExport(connection, customer, listener).all();
            connection.rollback();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void all() throws SQLException {
        Map<String, String> keys = keys();
        for (ExportPart part : ExportPart.values()) {
            listener.part(part);
            for (ExportedTable table : ExportTables.ALL) {
                if (table.part() == part) {
                    tell(table, keys.getOrDefault(table.table(), ""));
                }
            }
        }
        listener.changesFollow();
        tellChanges();
        listener.end();
    }

    /// The columns of each table's key, as they order rows.
    private Map<String, String> keys() throws SQLException {
        Map<String, String> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select c.relname, string_agg('t.' || quote_ident(a.attname), ', ' order by k.place)
                from pg_index i join pg_class c on c.oid = i.indrelid
                cross join unnest(i.indkey) with ordinality as k(attribute, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
                where i.indisprimary and c.relnamespace = 'public'::regnamespace group by c.relname""")) {
            Rows.each(query, row -> keys.put(row.getString(1), row.getString(2)));
        }
        return keys;
    }

    private void tell(ExportedTable table, String key) throws SQLException {
        String sql = "select r::text, array_remove(array[(r ->> 'change')::bigint, (r ->> 'paused_by')::bigint], null)"
                + " from (select " + table.shown() + " from " + table.source() + " t where " + table.where()
                + " order by " + (table.order().isEmpty() ? key : table.order()) + ") as o(r)";
        try (PreparedStatement query = connection.prepareStatement(sql.replace(":customer", "?"))) {
            int places = query.getParameterMetaData().getParameterCount();
            for (int place = 1; place <= places; place++) {
                query.setString(place, customer);
            }
            boolean[] isBegun = {false};
            Rows.each(query, row -> {
                if (!isBegun[0]) {
                    listener.table(table.table());
                    isBegun[0] = true;
                }
                listener.row(row.getString(1));
                Array named = row.getArray(2);
                changes.addAll(List.of((Long[]) named.getArray()));
            });
        }
    }

    private void tellChanges() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select to_jsonb(t)::text from change t where t.id = any(?) order by t.id")) {
            query.setArray(1, SqlArrays.numbers(connection, changes));
            Rows.each(query, row -> listener.row(row.getString(1)));
        }
    }
}
