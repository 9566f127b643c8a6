package org.taswiya.store.print;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.ReturnedMessages;
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

    /// A bill that was printed once more.
    public record Remake(long batch, BillNumber bill, String digest, Instant at, String author, String why) {}

    /// Keeps that a file was made, and that the messages by post of its bills have gone out.
    ///
    /// @param sheets the pages of the file
    /// @param printed the serials of its bills
    /// @return its number
    public static long record(
            Database database, long run, String form, List<Long> printed, long sheets, String digest, Change why) {
        return BooksChange.make(database, false, connection -> {
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into print_batch select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from print_batch
                    returning id""")) {
                insert.setLong(1, run);
                insert.setString(2, form);
                insert.setLong(3, printed.size());
                insert.setLong(4, sheets);
                insert.setString(5, digest);
                insert.setLong(6, change);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    long batch = row.getLong(1);
                    ReturnedMessages.printed(connection, printed, "printed in batch " + batch, why.at());
                    return batch;
                }
            }
        });
    }

    /// Keeps that bills of a batch were printed once more.
    ///
    /// @param digest of the file that they are in
    public static void recordAgain(Database database, long batch, List<Long> printed, String digest, Change why) {
        BooksChange.make(database, false, connection -> {
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into print_remake select coalesce(max(id), 0) + 1, ?, ?, ?, ? from print_remake""")) {
                for (long serial : printed) {
                    insert.setLong(1, batch);
                    insert.setLong(2, serial);
                    insert.setString(3, digest);
                    insert.setLong(4, change);
                    insert.executeUpdate();
                }
            }
            return printed.size();
        });
    }

    /// What was printed once more, the newest first.
    public static List<Remake> remakes(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select r.batch, r.bill, r.digest, c.made_at, c.author, c.reason
                        from print_remake r join change c on c.id = r.change order by r.id desc""")) {
            return Rows.list(
                    query,
                    row -> new Remake(
                            row.getLong("batch"),
                            new BillNumber(row.getLong("bill")),
                            row.getString("digest"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("author"),
                            row.getString("reason")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One of them; empty when there is none of that number.
    public static Optional<PrintBatch> of(Database database, long batch) {
        return find(database, "where b.id = ?", batch).stream().findFirst();
    }

    /// Those of a run, the newest first.
    public static List<PrintBatch> ofRun(Database database, long run) {
        return find(database, "where b.run = ?", run);
    }

    /// All, the newest first.
    public static List<PrintBatch> all(Database database) {
        return find(database, "where b.run >= ?", 0);
    }

    private static List<PrintBatch> find(Database database, String which, long number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(LIST + which + " order by b.id desc")) {
            query.setLong(1, number);
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
