package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RecordKind;
import org.taswiya.intake.source.RowParser;
import org.taswiya.intake.source.RowReader;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.store.receiving.ImportMark;
import org.taswiya.store.receiving.ImportMark.RowPlace;
import org.taswiya.store.receiving.ImportTable;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.RejectedRows;
import org.taswiya.store.receiving.RejectedRows.Rejected;
import org.taswiya.store.receiving.StoredImport;
import org.taswiya.store.run.BatchTransaction;

/// Rows that were rejected because what they name had not come, tried again when it may have.
///
/// They are gone through in the order in which they came, again and again until nothing helps more: one row may wait
/// for another. Only batches that cure something leave a mark; whoever goes on after a kill does not know whether the
/// round had cured anything before, and looks once more, which changes nothing.
final class WaitingRows {
    private final Connection connection;
    private final StoredImport helping;
    private final List<String> reasons;
    private final @Nullable ReadingChecks checks;
    private final ImportListener listener;

    /// @param reasons of the rows that are tried again
    WaitingRows(
            Connection connection,
            StoredImport helping,
            List<RowReason> reasons,
            @Nullable ReadingChecks checks,
            ImportListener listener) {
        this.connection = connection;
        this.helping = helping;
        this.reasons = reasons.stream().map(RowReason::code).toList();
        this.checks = checks;
        this.listener = listener;
    }

    /// For which reasons rows may wait for what this kind brings. A reading is what days of a feed are counted on from.
    static List<RowReason> waitingFor(RecordKind kind) {
        return switch (kind) {
            case CUSTOMER, ACCOUNT, PREMISE, USAGE_POINT, AGREEMENT, METER, EXCHANGE, RESET, FEED, OPEN_ITEM, CREDIT ->
                Arrays.stream(RowReason.values()).filter(RowReason::isWaiting).toList();
            case READING, VISIT -> List.of(RowReason.MISSING_DAYS, RowReason.LATER_READING);
            case AGREEMENT_FACT, LAMP_GROUP, SUB_METER, VACANCY, PAYMENT, FORMER_BILL -> List.of();
        };
    }

    /// @return the mark behind the last batch that cured something
    ImportMark retry(ImportMark read) throws SQLException, IOException {
        ImportMark mark = read;
        RowPlace retried = read.retried();
        boolean isGoneOnWith = retried != null;
        RowPlace place = retried == null ? RowPlace.FIRST : retried;
        while (true) {
            boolean hasCured = isGoneOnWith;
            isGoneOnWith = false;
            List<Rejected> rows = next(place);
            while (!rows.isEmpty()) {
                place = new RowPlace(rows.getLast().of(), rows.getLast().line());
                ImportMark after = new ImportMark(mark.batch() + 1, mark.nextByte(), mark.nextLine(), place, false);
                if (cure(rows, after)) {
                    hasCured = true;
                    mark = after;
                }
                rows = next(place);
            }
            if (!hasCured) {
                return mark;
            }
            place = RowPlace.FIRST;
        }
    }

    private List<Rejected> next(RowPlace after) throws SQLException {
        List<Rejected> rows = RejectedRows.waiting(connection, reasons, after, helping.rowsPerBatch());
        connection.rollback();
        return rows;
    }

    private boolean cure(List<Rejected> rows, ImportMark mark) throws SQLException, IOException {
        StoredImport of = ImportTable.of(connection, rows.getFirst().of()).orElseThrow();
        connection.rollback();
        SourceMapping mapping = ImportRun.mapping(of);
        BatchTransaction transaction = BatchTransaction.begin(connection, helping.why(), listener::waiting);
        BatchTally tally = new BatchTally(List.of());
        BatchReceiver.again(of, mapping, checks).receive(transaction, parsed(of, mapping, rows), tally);
        Set<Long> stillRejected = new HashSet<>();
        tally.rejected(of.id()).forEach(row -> stillRejected.add(row.line()));
        List<Rejected> cured =
                rows.stream().filter(row -> !stillRejected.contains(row.line())).toList();
        if (cured.isEmpty()) {
            connection.rollback();
            return false;
        }
        RejectedRows.cure(connection, cured, transaction.changeOrNull());
        ImportTotals totals = new ImportTotals(cured.size(), cured.size(), 0, 0, 0, 0, 0);
        ImportTable.save(connection, helping.id(), mark, totals, mapping.isCorrecting(), transaction.changeOrNull());
        transaction.commit();
        return true;
    }

    /// The rows as they were judged at first; each of them was accepted then as far as it goes alone.
    private static List<AcceptedRow> parsed(StoredImport of, SourceMapping mapping, List<Rejected> rows)
            throws IOException {
        StringBuilder raw = new StringBuilder(of.header()).append(of.header().isEmpty() ? "" : "\n");
        rows.forEach(row -> raw.append(row.raw()).append('\n'));
        List<AcceptedRow> parsed = new ArrayList<>(rows.size());
        try (RowReader reader = RowReader.ofRaw(raw.toString(), mapping.form())) {
            RowParser parser = RowParser.of(Path.of(of.file()), reader, mapping);
            while (reader.next()) {
                if (!(parser.row() instanceof AcceptedRow row)) {
                    throw new IllegalStateException("row " + rows.get(parsed.size()) + " is no longer read");
                }
                parsed.add(new AcceptedRow(rows.get(parsed.size()).line(), row.row(), row.raw()));
            }
        }
        return parsed;
    }
}
