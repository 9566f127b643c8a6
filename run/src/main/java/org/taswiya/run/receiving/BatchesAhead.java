package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.Ahead;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.run.BatchTransaction;

/// The batches of a file, each with what can be known of it before its turn.
///
/// While one batch is written, the readings of the next are looked up and judged on a connection of their own, and the
/// one after that is parsed. When a batch's turn comes, changes that were committed since it was looked up decide:
/// where they are of this import, what they touched is looked up again, where somebody else made one, everything. So
/// what becomes of a row never depends on what was done ahead.
final class BatchesAhead implements AutoCloseable {
    private final Connection connection;
    private final BatchReceiver receiver;
    private final Ahead<ParsedBatch> parsed;
    private final Ahead<Batch> prepared;

    /// The usage points whose readings this import changed, by its changes.
    private final Map<Long, Set<String>> touched = new HashMap<>();

    /// @param readings prepared by what the books had at a change; null for rows of other kinds
    record Batch(ParsedBatch rows, @Nullable PreparedReadings readings, long change) {}

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
        if (rows == null || !(receiver instanceof ReadingReceiver readings)) {
            return rows == null ? null : new Batch(rows, null, 0);
        }
        try {
            BatchTransaction.readByIndex(connection);
            long change = Changes.last(connection);
            BatchTally tally = new BatchTally(rows.refused());
            return new Batch(rows, readings.prepare(connection, rows.accepted(), tally), change);
        } finally {
            connection.rollback();
        }
    }

    /// Receives a batch when its turn has come.
    ///
    /// @return what became of its rows
    BatchTally receive(BatchTransaction transaction, Batch batch) throws SQLException {
        PreparedReadings ready = batch.readings();
        if (ready == null) {
            BatchTally tally = new BatchTally(batch.rows().refused());
            receiver.receive(transaction, batch.rows().accepted(), tally);
            return tally;
        }
        PreparedReadings upToDate = upToDate(transaction.connection(), batch, ready);
        upToDate.write(transaction);
        Long change = transaction.changeOrNull();
        touched.keySet().removeIf(own -> own <= batch.change());
        if (change != null) {
            touched.put(change, upToDate.points());
        }
        return upToDate.tally();
    }

    private PreparedReadings upToDate(Connection current, Batch batch, PreparedReadings ready) throws SQLException {
        List<Long> since = Changes.since(current, batch.change());
        if (!touched.keySet().containsAll(since)) {
            BatchTally tally = new BatchTally(batch.rows().refused());
            return ((ReadingReceiver) receiver).prepare(current, batch.rows().accepted(), tally);
        }
        Set<String> points = new HashSet<>();
        since.forEach(own -> points.addAll(touched.getOrDefault(own, Set.of())));
        ready.lookAgain(current, points);
        return ready;
    }

    @Override
    public void close() throws SQLException {
        prepared.close();
        parsed.close();
        connection.close();
    }
}
