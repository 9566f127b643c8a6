package org.taswiya.store.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Consumer;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.lookup.WordSearch.Among;

/// The indexes by which customers are found. They are made when the first of the staff comes, not by a migration, and
/// last two minutes with a million customers, in which nobody writes a customer, a premise or a meter.
public enum SearchIndexes {
    CUSTOMERS("customer", Among.CUSTOMERS.indexed()),
    PREMISES("premise", Among.PREMISES.indexed()),
    METERS("meter", CustomerSearch.OF_METER.replace("m.", ""));

    private final String table;
    private final String searched;

    SearchIndexes(String table, String searched) {
        this.table = table;
        this.searched = searched;
    }

    /// As a person is told of it.
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String index() {
        return table + "_searched";
    }

    /// Makes those that are not there yet. How common parts of words are is looked at then: PostgreSQL knows nothing of
    /// what an index holds before.
    public static void make(Connection connection) throws SQLException {
        for (SearchIndexes one : values()) {
            one.create(connection);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze customer, premise");
        }
    }

    /// Makes them beforehand where that takes long, each by itself: a kill leaves what was made.
    ///
    /// @param begun is told of each before it is made
    /// @param customers with more than these it takes long
    public static void makeLong(Database database, int customers, Consumer<SearchIndexes> begun) {
        try (Connection connection = database.connect()) {
            if (!hasMore(connection, customers)) {
                return;
            }
            for (SearchIndexes one : values()) {
                if (one.isMissing(connection)) {
                    begun.accept(one);
                    one.create(connection);
                }
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index if not exists " + index() + " on " + table + " using gin ((" + searched
                    + ") gin_trgm_ops)");
        }
    }

    private boolean isMissing(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is null")) {
            query.setString(1, index());
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    private static boolean hasMore(Connection connection, int customers) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from customer offset ? limit 1")) {
            query.setInt(1, customers);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }
}
