package org.taswiya.store.receiving;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.receiving.ImportMark.RowPlace;

/// Rows that imports did not accept.
public final class RejectedRows {
    private static final String COLUMNS = "r.import, r.line, r.reason, r.field, r.found, r.row_bytes";

    private RejectedRows() {}

    /// A row that was not accepted.
    ///
    /// @param reason its code
    /// @param field where in the row; empty for all of it
    /// @param raw its bytes, a character each
    public record Rejected(long of, long line, String reason, String field, String found, String raw) {}

    /// What is done with a row.
    public interface Use {
        void row(Rejected row);
    }

    public static void save(Connection connection, List<Rejected> rows) throws SQLException {
        CopyRows copy = new CopyRows("rejected_row", "import", "line", "reason", "field", "found", "row_bytes");
        for (Rejected row : rows) {
            copy.row()
                    .bigint(row.of())
                    .bigint(row.line())
                    .text(row.reason())
                    .text(row.field())
                    .text(row.found().replace("\0", ""))
                    .bytes(row.raw());
        }
        copy.send(connection);
    }

    /// Says of rows that they were accepted after all.
    ///
    /// @param change that what they brought names; null when the books had it already
    public static void cure(Connection connection, List<Rejected> rows, @Nullable Long change) throws SQLException {
        CopyRows copy = new CopyRows("cured_row", "import", "line", "change");
        for (Rejected row : rows) {
            copy.row().bigint(row.of()).bigint(row.line());
            if (change == null) {
                copy.empty();
            } else {
                copy.bigint(change);
            }
        }
        copy.send(connection);
    }

    /// The rows of an import that are still rejected, in the order of the file. Needs a transaction to stream.
    public static void each(Connection connection, long of, Use use) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + """
                 from rejected_row r
                where r.import = ? and not exists (
                    select from cured_row c where c.import = r.import and c.line = r.line)
                order by r.line""")) {
            query.setLong(1, of);
            Rows.each(query, row -> use.row(rejected(row)));
        }
    }

    /// Rows that wait for something, of one import, the first ones after a place.
    ///
    /// @param reasons codes of what can be waited for
    public static List<Rejected> waiting(Connection connection, Collection<String> reasons, RowPlace after, int most)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + """
                 from rejected_row r
                where (r.import, r.line) > (?, ?) and r.reason = any(?) and not exists (
                    select from cured_row c where c.import = r.import and c.line = r.line)
                order by r.import, r.line limit ?""")) {
            query.setLong(1, after.of());
            query.setLong(2, after.line());
            query.setArray(3, SqlArrays.texts(connection, reasons));
            query.setInt(4, most);
            List<Rejected> found = Rows.list(query, RejectedRows::rejected);
            return found.stream()
                    .takeWhile(row -> row.of() == found.getFirst().of())
                    .toList();
        }
    }

    private static Rejected rejected(ResultSet row) throws SQLException {
        return new Rejected(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new String(row.getBytes(6), StandardCharsets.ISO_8859_1));
    }
}
