package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.Ahead;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.AccountsSeen;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.KnownRegisters;

/// The batches of a file, each with what can be known of it before its turn.
///
/// While one batch is written, the readings of the next are looked up and judged, or the accounts that its payments are
/// for, on a connection of their own, and the one after that is parsed. When a batch's turn comes, what was committed
/// since decides. Of readings: where it is of this import, what it touched is looked up again, where somebody else
/// changed something, everything. Of payments: the accounts that have entries since. So what becomes of a row never
/// depends on what was done ahead.
final class BatchesAhead implements AutoCloseable {
    private final Connection connection;
    private final BatchReceiver receiver;
    private final Ahead<ParsedBatch> parsed;
    private final Ahead<Batch> prepared;

    /// The usage points whose readings this import changed, by its changes.
    private final Map<Long, Set<String>> touched = new HashMap<>();

    private final CarriedRegisters carried = new CarriedRegisters();
    /// The changes of this import, those that are about to be committed too.
    private final Set<Long> own = ConcurrentHashMap.newKeySet();
    /// Up to which change, and which bill, what is carried was found to be of this import alone.
    private @Nullable BooksState seen;

    private record BooksState(long change, long bill) {}

    record Batch(ParsedBatch rows, Known known) {}

    /// What is known of a batch before its turn.
    private sealed interface Known {
        /// Readings prepared by what the books had at a change.
        record Readings(ReadingReceiver receiver, PreparedReadings prepared, long change) implements Known {}

        record Payments(PaymentReceiver receiver, AccountsSeen seen) implements Known {}

        /// Rows of other kinds.
        record Nothing() implements Known {}
    }

    private BatchesAhead(Connection connection, BatchReceiver receiver, Ahead.Maker<ParsedBatch> parser) {
        this.connection = connection;
        this.receiver = receiver;
        this.parsed = new Ahead<>(parser);
        this.prepared = new Ahead<>(this::prepare);
    }

    static BatchesAhead open(Database database, BatchReceiver receiver, Ahead.Maker<ParsedBatch> parser)
            throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return new BatchesAhead(connection, receiver, parser);
    }

    /// The next batch; null after the last.
    @Nullable Batch next() throws SQLException {
        return prepared.next();
    }

    private @Nullable Batch prepare() throws SQLException {
        ParsedBatch rows = parsed.next();
        if (rows == null) {
            return null;
        }
        try {
            return new Batch(rows, known(rows));
        } finally {
            connection.rollback();
        }
    }

    private Known known(ParsedBatch rows) throws SQLException {
        return switch (receiver) {
            case ReadingReceiver readings -> {
                BatchTransaction.readByIndex(connection);
                long change = Changes.last(connection);
                forgetWhereOthersWere(change);
                BatchTally tally = new BatchTally(rows.refused());
                yield new Known.Readings(
                        readings, readings.prepare(connection, rows.accepted(), tally, carried), change);
            }
            case PaymentReceiver payments -> {
                BatchTransaction.readByIndex(connection);
                yield new Known.Payments(payments, payments.look(connection, rows.accepted()));
            }
            default -> new Known.Nothing();
        };
    }

    /// What is carried is worth nothing where somebody else has written since; bills name no change of their own.
    private void forgetWhereOthersWere(long change) throws SQLException {
        BooksState now = new BooksState(change, KnownRegisters.lastBill(connection));
        if (seen != null && (now.bill() != seen.bill() || !own.containsAll(Changes.since(connection, seen.change())))) {
            carried.forget();
        }
        own.removeIf(one -> one <= change);
        seen = now;
    }

    /// Receives a batch when its turn has come.
    ///
    /// @return what became of its rows
    BatchTally receive(BatchTransaction transaction, Batch batch) throws SQLException {
        ParsedBatch rows = batch.rows();
        BatchTally tally = new BatchTally(rows.refused());
        switch (batch.known()) {
            case Known.Readings known -> {
                return receive(transaction, rows, known);
            }
            case Known.Payments(var payments, var seen) -> payments.receive(transaction, rows.accepted(), tally, seen);
            case Known.Nothing() -> receiver.receive(transaction, rows.accepted(), tally);
        }
        return tally;
    }

    private BatchTally receive(BatchTransaction transaction, ParsedBatch rows, Known.Readings known)
            throws SQLException {
        PreparedReadings upToDate = upToDate(transaction.connection(), rows, known);
        upToDate.write(transaction);
        Long change = transaction.changeOrNull();
        touched.keySet().removeIf(own -> own <= known.change());
        if (change != null) {
            Set<String> points = upToDate.points();
            // What was judged anew has a change of its own behind it.
            for (Long written : Changes.since(transaction.connection(), change - 1)) {
                own.add(written);
                touched.put(written, points);
            }
        }
        upToDate.carry(carried);
        return upToDate.tally();
    }

    private PreparedReadings upToDate(Connection current, ParsedBatch rows, Known.Readings known) throws SQLException {
        List<Long> since = Changes.since(current, known.change());
        if (!touched.keySet().containsAll(since)) {
            BatchTally tally = new BatchTally(rows.refused());
            return known.receiver().prepare(current, rows.accepted(), tally, new CarriedRegisters(0));
        }
        Set<String> points = new HashSet<>();
        since.forEach(own -> points.addAll(touched.getOrDefault(own, Set.of())));
        known.prepared().lookAgain(current, points, carried);
        return known.prepared();
    }

    @Override
    public void close() throws SQLException {
        prepared.close();
        parsed.close();
        connection.close();
    }
}
