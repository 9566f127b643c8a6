package org.taswiya.store.print;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// Files made for the printer.
public final class PrintBatches {
    private static final String LIST = """
            select b.id, b.run, b.form, b.bills, b.sheets, b.digest, c.made_at, c.author, c.reason
            from print_batch b join change c on c.id = b.change\s""";

    private PrintBatches() {}

    /// One file.
    ///
    /// @param form in which languages, such as `fr-ar`
    /// @param digest of the file, SHA-256 in hexadecimal
    public record PrintBatch(
            long id,
            long run,
            String form,
            long bills,
            long sheets,
            String digest,
            Instant at,
            String author,
            String why) {}

    /// Keeps that a file was made.
    ///
    /// @return its number
    public static long record(
            Database database, long run, String form, long bills, long sheets, String digest, Change why) {
        return BooksChange.make(database, false, connection -> {
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into print_batch select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from print_batch
                    returning id""")) {
                insert.setLong(1, run);
                insert.setString(2, form);
                insert.setLong(3, bills);
                insert.setLong(4, sheets);
                insert.setString(5, digest);
                insert.setLong(6, change);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /// Those of a run, the newest first.
    public static List<PrintBatch> ofRun(Database database, long run) {
        return find(database, "where b.run = ?", run);
    }

    /// All, the newest first.
    public static List<PrintBatch> all(Database database) {
        return find(database, "where b.run >= ?", 0);
    }

    private static List<PrintBatch> find(Database database, String which, long run) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(LIST + which + " order by b.id desc")) {
            query.setLong(1, run);
            return Rows.list(
                    query,
                    row -> new PrintBatch(
                            row.getLong("id"),
                            row.getLong("run"),
                            row.getString("form"),
                            row.getLong("bills"),
                            row.getLong("sheets"),
                            row.getString("digest"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("author"),
                            row.getString("reason")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
