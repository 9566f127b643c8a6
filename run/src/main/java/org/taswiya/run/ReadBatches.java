package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.input.Span;

/// What the batches of a cycle depend on, in order, read by two connections in turn: where the books do not fit the
/// memory, one reads on while the other waits for the disk.
final class ReadBatches implements AutoCloseable {
    private static final int READERS = 2;

    private final List<Connection> connections = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final Queue<CompletableFuture<InputBatch>> underWay = new ArrayDeque<>();
    private final Connection forSpans;
    private final CycleAccounts accounts;
    private final int accountsPerBatch;
    private final RunClock clock;

    private String after;
    private boolean isLast;
    private int begun;

    private record Reader(BillingInputs inputs, ExecutorService thread) {}

    /// @param after the reference of the account before the first one; empty to begin at the beginning
    /// @param withClasses whether somebody asks of which class customers are
    /// @param clock that is told how long reading takes
    ReadBatches(
            Database database,
            RunSettings settings,
            int accountsPerBatch,
            String after,
            boolean withClasses,
            LearntClasses classes,
            RunClock clock)
            throws SQLException {
        try {
            this.forSpans = connect(database);
            forSpans.setAutoCommit(false);
            this.accounts = new CycleAccounts(forSpans, settings.cycle());
            for (int i = 0; i < READERS; i++) {
                BillingInputs inputs = settings.inputs(connect(database), withClasses, classes);
                readers.add(new Reader(inputs, Executors.newSingleThreadExecutor()));
            }
        } catch (SQLException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
        this.accountsPerBatch = accountsPerBatch;
        this.after = after;
        this.clock = clock;
    }

    /// The next batch; null after the last. What failed on the way fails here.
    @Nullable InputBatch next() throws SQLException {
        while (!isLast && underWay.size() < READERS) {
            begin();
        }
        CompletableFuture<InputBatch> first = underWay.poll();
        if (first == null) {
            return null;
        }
        InputBatch batch = arrived(first);
        if (!isLast) {
            begin(); // the reader that has just ended
        }
        return batch;
    }

    private void begin() throws SQLException {
        Span span = accounts.after(after, accountsPerBatch);
        forSpans.commit();
        after = span.last();
        isLast = span.isLast();
        Reader reader = readers.get(begun++ % READERS);
        underWay.add(CompletableFuture.supplyAsync(() -> read(reader.inputs(), span), reader.thread()));
    }

    private InputBatch read(BillingInputs inputs, Span span) {
        try {
            return clock.timed(Stage.READ, () -> inputs.read(span));
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static InputBatch arrived(CompletableFuture<InputBatch> batch) throws SQLException {
        try {
            return batch.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private Connection connect(Database database) {
        Connection connection = database.connect();
        connections.add(connection);
        return connection;
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /// Reads no more, and waits for what is being read. Threads end first: where PostgreSQL is gone, closing what led
    /// to it fails.
    @Override
    public void close() throws SQLException {
        readers.forEach(reader -> reader.thread().shutdownNow());
        readers.forEach(reader -> reader.thread().close());
        SQLException failure = null;
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
