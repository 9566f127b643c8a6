package org.taswiya.store.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Certified copies of bills that were given out.
public final class CertifiedCopies {
    private CertifiedCopies() {}

    /// Draws the paper and puts it where it lasts.
    public interface Drawing {
        /// @param number of the copy, which stands on it
        byte[] of(long number) throws IOException;
    }

    /// A copy of the books.
    ///
    /// @param digest of the file, SHA-256 in hexadecimal
    public record Copy(long number, String form, String digest, Instant at, String author, String why) {}

    /// Numbers a copy, draws it and keeps its digest, in one transaction; whoever is killed before has no copy.
    ///
    /// @return its number
    public static long make(Database database, BillNumber bill, String form, Change why, Drawing drawing) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            long number = next(connection);
            byte[] paper;
            try {
                paper = drawing.of(number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into certified_copy values (?, ?, ?, ?, ?)")) {
                insert.setLong(1, number);
                insert.setLong(2, bill.serial());
                insert.setString(3, form);
                insert.setString(4, digest(paper));
                insert.setLong(5, change);
                insert.executeUpdate();
            }
            return new Done<>(number, true);
        });
    }

    /// No other transaction writes a change down meanwhile, so the number is nobody else's.
    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select coalesce(max(id), 0) + 1 from certified_copy")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// The digest of a file, as a copy keeps it.
    public static String digest(byte[] paper) {
        return HexFormat.of().formatHex(sha256().digest(paper));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Those of a bill, the newest first.
    public static List<Copy> of(Database database, BillNumber bill) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select p.id, p.form, p.digest, c.made_at, c.author, c.reason
                        from certified_copy p join change c on c.id = p.change
                        where p.bill = ? order by p.id desc""")) {
            query.setLong(1, bill.serial());
            return Rows.list(
                    query,
                    row -> new Copy(
                            row.getLong("id"),
                            row.getString("form"),
                            row.getString("digest"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getString("author"),
                            row.getString("reason")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
