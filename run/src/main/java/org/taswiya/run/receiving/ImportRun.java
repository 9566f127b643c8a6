package org.taswiya.run.receiving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.MappingParser;
import org.taswiya.intake.source.MappingReading;
import org.taswiya.intake.source.RowParser;
import org.taswiya.intake.source.RowReader;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.intake.source.WholeFile;
import org.taswiya.run.receiving.BatchesAhead.Batch;
import org.taswiya.store.Database;
import org.taswiya.store.RangeIndexes;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.ImportMark;
import org.taswiya.store.receiving.ImportMark.RowPlace;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.RejectedRows;
import org.taswiya.store.receiving.StoredImport;
import org.taswiya.store.run.BatchTransaction;

/// Takes one file into the books.
///
/// While one batch is written, the next is looked up and judged, and the one after it read. Each batch is one
/// transaction: its rows, the rows that it rejects, and the mark behind it.
public final class ImportRun {
    private final Database database;
    private final Connection connection;
    private final StoredImport begun;
    private final SourceMapping mapping;
    private final @Nullable ReadingChecks checks;
    private final PaymentLimits limits;
    private final ImportListener listener;

    private ImportRun(
            Database database,
            Connection connection,
            StoredImport begun,
            SourceMapping mapping,
            @Nullable ReadingChecks checks,
            PaymentLimits limits,
            ImportListener listener) {
        this.database = database;
        this.connection = connection;
        this.begun = begun;
        this.mapping = mapping;
        this.checks = begun.isChecked() ? checks : null;
        this.limits = limits;
        this.listener = listener;
    }

    /// Begins the import of a file, or goes on with it where it was when it ended or was killed. A file that is in the
    /// books already changes nothing; only rows that were rejected are judged again on another day.
    ///
    /// @throws IOException when the file cannot be read or does not fit the mapping
    /// @throws ImportRefused when another program is at work on it
    public static ImportReport execute(Database database, ImportSettings settings, ImportListener listener)
            throws IOException {
        WholeFile.require(settings.file());
        SourceFile file = SourceFile.of(settings.file());
        String header = header(settings.file(), settings.mapping());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Optional<StoredImport> found = ImportTable.find(
                    connection, file.digest(), settings.mapping().text());
            if (found.isPresent() && isDone(connection, found.get(), settings)) {
                ImportReport report = ImportTable.report(connection, found.get());
                connection.rollback();
                listener.isDone(found.get());
                return report;
            }
            boolean goesOn = found.isPresent()
                    && !ImportTable.mark(connection, found.get().id()).isLast();
            StoredImport begun = goesOn ? found.get() : ImportTable.begin(connection, begun(settings, file, header));
            requireAlone(connection, begun);
            if (goesOn) {
                listener.goesOn(begun);
            }
            connection.commit();
            SourceMapping mapping = settings.mapping();
            return new ImportRun(database, connection, begun, mapping, settings.checks(), settings.limits(), listener)
                    .run(settings.file());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// An import that did not end may be at work in another program.
    private static void requireAlone(Connection connection, StoredImport begun) throws SQLException {
        if (!ImportTable.takeAlone(connection, begun.id())) {
            throw new ImportRefused("Another program is at work on import " + begun.id()
                    + ", which brings the same file by the same mapping. Wait until it has ended.");
        }
    }

    private static String header(Path file, SourceMapping mapping) throws IOException {
        try (RowReader reader = RowReader.open(file, mapping)) {
            return RowParser.of(file, reader, mapping).header();
        }
    }

    private static boolean isDone(Connection connection, StoredImport found, ImportSettings settings)
            throws SQLException {
        ImportReport report = ImportTable.report(connection, found);
        return report.isFinished() && (report.stillRejected() == 0 || found.on().equals(settings.on()));
    }

    private static StoredImport begun(ImportSettings settings, SourceFile file, String header) {
        SourceMapping mapping = settings.mapping();
        return new StoredImport(
                0,
                file.path().toString(),
                file.length(),
                file.digest(),
                mapping.name(),
                mapping.text(),
                mapping.brings().code(),
                settings.on(),
                settings.rowsPerBatch(),
                settings.checks() != null,
                header,
                settings.why());
    }

    /// Goes on with an import that did not end.
    ///
    /// @param checks as in [ImportSettings]; readings are judged by these from now on, if they were when it was begun
    /// @param limits above which payments come back from now on
    /// @throws ImportRefused when its file has changed since it was begun
    public static ImportReport resume(
            Database database,
            StoredImport begun,
            @Nullable ReadingChecks checks,
            PaymentLimits limits,
            ImportListener listener)
            throws IOException {
        Path path = Path.of(begun.file());
        if (!SourceFile.of(path).digest().equals(begun.digest())) {
            throw new ImportRefused("The file " + path + " has changed since import " + begun.id()
                    + " was begun with it. Put back what it was and go on; or import it as it is now.");
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            requireAlone(connection, begun);
            return new ImportRun(database, connection, begun, mapping(begun), checks, limits, listener).run(path);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The mapping with which an import was begun.
    public static SourceMapping mapping(StoredImport begun) {
        String name = "mapping of import " + begun.id();
        return switch (MappingParser.parse(name, begun.mapping(), begun.mappingText())) {
            case MappingReading.Read(var mapping) -> mapping;
            case MappingReading.Faulty(var findings) ->
                throw new ImportRefused(
                        "The " + name + " is not read any more by this Taswiya: " + findings.getFirst());
        };
    }

    private ImportReport run(Path file) throws SQLException, IOException {
        ImportMark mark = ImportTable.mark(connection, begun.id());
        connection.commit();
        if (!mark.isLast()) {
            if (mark.retried() == null) {
                mark = read(file, mark);
            }
            finish(mark);
        }
        ImportReport report = ImportTable.report(connection, begun);
        connection.rollback();
        return report;
    }

    private ImportMark read(Path file, ImportMark from) throws SQLException, IOException {
        ImportMark mark = from;
        ImportTotals total = ImportTable.report(connection, begun).totals();
        connection.commit();
        try (RowReader reader = RowReader.open(file, mapping, begun.header())) {
            RowParser parser = RowParser.of(file, reader, mapping);
            if (mark.batch() > 0) {
                reader.skipTo(mark.nextByte(), mark.nextLine());
            }
            try (BatchesAhead ahead = BatchesAhead.open(
                    database,
                    BatchReceiver.of(mapping, begun.on(), checks, limits),
                    () -> ParsedBatch.read(reader, parser, begun.rowsPerBatch()))) {
                for (Batch batch = next(ahead); batch != null; batch = next(ahead)) {
                    ParsedBatch rows = batch.rows();
                    mark = new ImportMark(mark.batch() + 1, rows.nextByte(), rows.nextLine(), null, false);
                    total = total.plus(receive(ahead, batch, mark));
                    listener.committed(total, begun.length() == 0 ? 0 : mark.nextByte() * 1000 / begun.length());
                }
            }
        }
        return mark;
    }

    private static @Nullable Batch next(BatchesAhead ahead) throws SQLException, IOException {
        try {
            return ahead.next();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw new IOException(unreadable.getCause());
            }
            throw e;
        }
    }

    private ImportTotals receive(BatchesAhead ahead, Batch batch, ImportMark mark) throws SQLException {
        BatchTransaction transaction = BatchTransaction.begin(connection, begun.why(), listener::waiting);
        BatchTally tally = ahead.receive(transaction, batch);
        RejectedRows.save(connection, tally.rejected(begun.id()));
        ImportTotals totals = tally.totals();
        int rows = batch.rows().rows();
        if (totals.read() != rows) {
            throw new IllegalStateException(totals + " of a batch of " + rows + " rows");
        }
        ImportTable.save(connection, begun.id(), mark, totals, mapping.isCorrecting(), transaction.changeOrNull());
        transaction.commit();
        return totals;
    }

    /// Tries rows again that waited for what this import brought, and ends it.
    private void finish(ImportMark read) throws SQLException, IOException {
        ImportMark mark = read;
        List<RowReason> reasons = WaitingRows.waitingFor(mapping.brings());
        if (!reasons.isEmpty()) {
            mark = new WaitingRows(connection, begun, reasons, checks, listener).retry(mark);
        }
        BatchTransaction transaction = BatchTransaction.begin(connection, begun.why(), listener::waiting);
        RowPlace retried = mark.retried();
        ImportMark end = new ImportMark(mark.batch() + 1, mark.nextByte(), mark.nextLine(), retried, true);
        ImportTable.save(connection, begun.id(), end, ImportTotals.NONE, mapping.isCorrecting(), null);
        transaction.commit();
        RangeIndexes.bringUpToDate(connection);
        connection.commit();
    }
}
