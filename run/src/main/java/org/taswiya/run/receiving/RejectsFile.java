package org.taswiya.run.receiving;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.taswiya.intake.source.AnsweredRows;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.RejectedRows;
import org.taswiya.store.receiving.StoredImport;

/// The rejected rows of an import as a file of the same form, with the line and the reason of each, to be corrected and
/// sent again.
public final class RejectsFile {
    private static final String SUFFIX = ".rejected.csv";

    private RejectsFile() {}

    /// Where it lies when nobody says otherwise: beside the file.
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /// Writes all rows that are still rejected; whoever is killed meanwhile leaves what was there before. A file of
    /// that name that differs, maybe because somebody has corrected rows in it, is kept under another.
    ///
    /// @return where it is kept; empty when there was none, or the same
    public static Optional<Path> write(Database database, StoredImport of, Path to) throws IOException {
        Path unfinished = to.resolveSibling(to.getFileName() + ".new");
        AnsweredRows rows = new AnsweredRows(ImportRun.mapping(of).form());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            out.write(rows.header(of.header()));
            RejectedRows.each(connection, of.id(), row -> {
                String reason = row.reason() + (row.field().isEmpty() ? "" : ": " + row.field()) + ": " + row.found();
                write(out, rows.row(row.raw(), row.line(), reason));
            });
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        Optional<Path> kept =
                Files.exists(to) && Files.mismatch(to, unfinished) >= 0 ? Optional.of(free(to)) : Optional.empty();
        if (kept.isPresent()) {
            Files.move(to, kept.get(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return kept;
    }

    /// The first name with a number behind it that no file has.
    private static Path free(Path taken) {
        int number = 1;
        while (Files.exists(taken.resolveSibling(taken.getFileName() + "." + number))) {
            number++;
        }
        return taken.resolveSibling(taken.getFileName() + "." + number);
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
