package org.taswiya.store.receiving;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.ImportMark.RowPlace;

/// Imports and the marks of their batches.
public final class ImportTable {
    private static final String IMPORTS = """
            select i.id, i.file_path, i.file_length, i.file_digest, i.mapping, i.mapping_text, i.kind, i.looked_on,
                   i.rows_per_batch, i.is_checked, i.header, c.made_at, c.author, c.reason
            from import i join change c on c.id = i.change""";

    /// Of the locks in the database, those of imports; beside it the number of one.
    private static final int IMPORT_LOCK = 0x746d70;

    private static final String LOCK_WAIT = "5s";
    private static final String LOCK_TAKEN = "55P03";

    private ImportTable() {}

    /// Keeps others from going on with an import as long as the connection is open. It waits a moment: the server may
    /// not have seen yet that whoever did was killed.
    ///
    /// @return false when somebody else does, and then the transaction has to be taken back
    public static boolean takeAlone(Connection connection, long number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + LOCK_WAIT + "'");
            statement.execute("select pg_advisory_lock(" + IMPORT_LOCK + ", " + Math.toIntExact(number) + ")");
            statement.execute("set local lock_timeout = 0");
            return true;
        } catch (SQLException e) {
            if (LOCK_TAKEN.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /// Writes down that an import begins.
    ///
    /// @param begun with any number
    public static StoredImport begin(Connection connection, StoredImport begun) throws SQLException {
        long change = Changes.record(connection, begun.why());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into import
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from import returning id""")) {
            insert.setString(1, begun.file());
            insert.setLong(2, begun.length());
            insert.setString(3, begun.digest());
            insert.setString(4, begun.mapping());
            insert.setString(5, begun.mappingText());
            insert.setString(6, begun.kind());
            insert.setObject(7, begun.on());
            insert.setInt(8, begun.rowsPerBatch());
            insert.setBoolean(9, begun.isChecked());
            insert.setBytes(10, begun.header().getBytes(StandardCharsets.ISO_8859_1));
            insert.setLong(11, change);
            return begun.withId(Rows.list(insert, row -> row.getLong(1)).getFirst());
        }
    }

    /// The last import of the same file by the same mapping.
    public static Optional<StoredImport> find(Connection connection, String digest, String mappingText)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                IMPORTS + " where i.file_digest = ? and i.mapping_text = ? order by i.id desc limit 1")) {
            query.setString(1, digest);
            query.setString(2, mappingText);
            return Rows.list(query, ImportTable::begun).stream().findFirst();
        }
    }

    public static Optional<StoredImport> of(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IMPORTS + " where i.id = ?")) {
            query.setLong(1, id);
            return Rows.list(query, ImportTable::begun).stream().findFirst();
        }
    }

    private static List<StoredImport> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IMPORTS + " order by i.id")) {
            return Rows.list(query, ImportTable::begun);
        }
    }

    private static StoredImport begun(ResultSet row) throws SQLException {
        Change why =
                new Change(row.getObject(12, OffsetDateTime.class).toInstant(), row.getString(13), row.getString(14));
        return new StoredImport(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Rows.date(row, "looked_on"),
                row.getInt(9),
                row.getBoolean(10),
                new String(row.getBytes(11), StandardCharsets.ISO_8859_1),
                why);
    }

    /// Writes down what a batch came to.
    ///
    /// @param corrects whether its readings are corrections
    /// @param change what it wrote names this; null when it wrote nothing
    public static void save(
            Connection connection,
            long id,
            ImportMark mark,
            ImportTotals totals,
            boolean corrects,
            @Nullable Long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into import_batch values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, mark.batch());
            insert.setLong(3, mark.nextByte());
            insert.setLong(4, mark.nextLine());
            RowPlace retried = mark.retried();
            insert.setObject(5, retried == null ? null : retried.of(), Types.BIGINT);
            insert.setObject(6, retried == null ? null : retried.line(), Types.BIGINT);
            insert.setLong(7, totals.read());
            insert.setLong(8, totals.added());
            insert.setLong(9, totals.unchanged());
            insert.setLong(10, totals.superseding());
            insert.setLong(11, totals.outranked());
            insert.setLong(12, totals.doubtful());
            insert.setLong(13, totals.rejected());
            insert.setBoolean(14, mark.isLast());
            insert.setBoolean(15, corrects);
            insert.setObject(16, change, Types.BIGINT);
            insert.executeUpdate();
        }
    }

    /// Where an import stopped.
    public static ImportMark mark(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select batch, next_byte, next_line, retried_import, retried_line, is_last
                from import_batch where import = ? order by batch desc limit 1""")) {
            query.setLong(1, id);
            List<ImportMark> found = Rows.list(query, row -> {
                Long of = row.getObject(4, Long.class);
                return new ImportMark(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        of == null ? null : new RowPlace(of, row.getLong(5)),
                        row.getBoolean(6));
            });
            return found.isEmpty() ? ImportMark.BEGINNING : found.getFirst();
        }
    }

    /// What all imports came to so far, the first one first.
    public static List<ImportReport> reports(Database database) {
        try (Connection connection = database.connect()) {
            List<ImportReport> reports = new ArrayList<>();
            for (StoredImport begun : all(connection)) {
                reports.add(report(connection, begun));
            }
            return reports;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What an import came to so far.
    public static ImportReport report(Connection connection, StoredImport begun) throws SQLException {
        return new ImportReport(
                begun,
                mark(connection, begun.id()),
                totals(connection, begun.id()),
                rejected(connection, begun.id()),
                count(connection, "select count(*) from cured_row where import = ?", begun.id()));
    }

    private static ImportTotals totals(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(sum(rows_read), 0), coalesce(sum(added), 0), coalesce(sum(unchanged), 0),
                       coalesce(sum(superseding), 0), coalesce(sum(outranked), 0), coalesce(sum(doubtful), 0),
                       coalesce(sum(rejected), 0)
                from import_batch where import = ? and retried_import is null""")) {
            query.setLong(1, id);
            return Rows.list(
                            query,
                            row -> new ImportTotals(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7)))
                    .getFirst();
        }
    }

    private static SortedMap<String, Long> rejected(Connection connection, long id) throws SQLException {
        SortedMap<String, Long> rejected = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select reason, count(*) from rejected_row where import = ? group by reason")) {
            query.setLong(1, id);
            Rows.each(query, row -> rejected.put(row.getString(1), row.getLong(2)));
        }
        return rejected;
    }

    private static long count(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
