package org.taswiya.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.store.Rows;
import org.taswiya.store.TablesVersion;
import org.taswiya.store.backup.Manifest.Table;
import org.taswiya.store.backup.Restore.TableRows;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.lookup.SearchIndexes;

/// Fills the tables of an empty database within a transaction that its caller commits or takes back.
///
/// What guards each writing of the books would do its work twice (triggers) or ask for rows that are not there yet
/// (references): both are put aside meanwhile. References are made anew at the end, which checks every row; the sums
/// say that no other row is there.
///
/// @param connection of who owns the tables
record Filling(Connection connection, Manifest manifest) {

    /// A table that refers to another, and how.
    private record Reference(String table, String name, String definition) {}

    /// Whether anybody has written anything.
    static boolean isUsed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select exists (select from change) or exists (select from customer)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /// @return what of the backup is wrong; empty when all is there as it was
    Optional<String> fill(TableRows rows) throws SQLException {
        Map<String, List<String>> columns = TableCopy.columns(connection);
        Map<String, Table> stated = manifest.byName();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            Table in = stated.get(table.getKey());
            if (in == null || !in.columns().equals(table.getValue())) {
                return Optional.of("it has not the columns of table " + table.getKey());
            }
        }
        if (columns.size() != stated.size()) {
            return Optional.of(
                    "it has tables that version " + manifest.version().number() + " does not have");
        }
        List<Reference> references = references();
        putAside(columns, references);
        for (Table table : manifest.tables()) {
            Optional<String> fault = fill(table, rows);
            if (fault.isPresent()) {
                return fault;
            }
        }
        putBack(columns, references);
        return readBack();
    }

    private List<Reference> references() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select c.relname, f.conname, pg_get_constraintdef(f.oid) from pg_constraint f
                join pg_class c on c.oid = f.conrelid
                where f.contype = 'f' and f.connamespace = 'public'::regnamespace order by 1, 2""")) {
            return Rows.list(query, row -> new Reference(row.getString(1), row.getString(2), row.getString(3)));
        }
    }

    private void putAside(Map<String, List<String>> columns, List<Reference> references) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Reference reference : references) {
                statement.execute("alter table " + TableCopy.quoted(reference.table()) + " drop constraint "
                        + TableCopy.quoted(reference.name()));
            }
            for (String table : columns.keySet()) {
                statement.execute("alter table " + TableCopy.quoted(table) + " disable trigger user");
            }
            // What migrations have put in is in the backup too.
            statement.execute("truncate "
                    + columns.keySet().stream().map(TableCopy::quoted).collect(Collectors.joining(", ")));
        }
    }

    private Optional<String> fill(Table table, TableRows rows) {
        String because;
        try (InputStream in = rows.of(table)) {
            Table filled = TableCopy.in(connection, table.name(), table.columns(), in);
            because = filled.equals(table) ? "" : "the rows of table " + table.name() + " are not those that it says";
        } catch (IOException e) {
            because = "table " + table.name() + ": " + e.getMessage();
        } catch (SQLException e) {
            // Not its words, which quote the row.
            because = "rows of table " + table.name() + " cannot be taken (SQL state " + e.getSQLState() + ")";
        }
        return because.isEmpty() ? Optional.empty() : Optional.of(because);
    }

    private void putBack(Map<String, List<String>> columns, List<Reference> references) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                statement.execute("select setval('public." + TableCopy.quoted(sequence.getKey()) + "', "
                        + sequence.getValue() + ")");
            }
            for (Reference reference : references) {
                statement.execute("alter table " + TableCopy.quoted(reference.table()) + " add constraint "
                        + TableCopy.quoted(reference.name()) + " " + reference.definition());
            }
            for (String table : columns.keySet()) {
                statement.execute("alter table " + TableCopy.quoted(table) + " enable trigger user");
            }
        }
        if (manifest.tables().stream().anyMatch(table -> table.name().equals("staff") && table.rows() > 0)) {
            SearchIndexes.make(connection); // made with the first of the staff, not by a migration
        }
    }

    private Optional<String> readBack() throws SQLException {
        for (Table table : manifest.tables()) {
            try {
                OutputStream nowhere = OutputStream.nullOutputStream();
                if (!TableCopy.out(connection, table.name(), table.columns(), nowhere)
                        .equals(table)) {
                    return Optional.of("table " + table.name() + " is not as it was when it is read again");
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        boolean isSame = manifest.version().number() != TablesVersion.NEWEST
                || BooksDigest.of(connection).equals(manifest.digest());
        return isSame ? Optional.empty() : Optional.of("the digest of the books is not what it was");
    }
}
