package org.taswiya.server.collect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.collector.CollectorBatch;
import org.taswiya.store.collector.GivenAnswer;
import org.taswiya.store.collector.ToldMessage;

/// The one thread that writes: it takes all that waits and answers it in one transaction, so that the wait for the disk
/// and for the series of receipts is shared. What does not fit into the queue is turned away undone.
final class MessageWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MessageWriter.class.getName());
    static final int QUEUE_MOST = 1_000;

    /// So that the first of a batch does not wait for ever.
    private static final int BATCH_MOST = 250;

    private final Database database;
    private final String utility;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue;
    private final Thread thread;
    private @Nullable Connection connection;

    /// @param told null for the end
    private record Waiting(@Nullable ToldMessage told, CompletableFuture<GivenAnswer> answer) {}

    /// Starts to work.
    ///
    /// @param clock of the utility: its zone says which day it is
    MessageWriter(Database database, String utility, Clock clock) {
        this(database, utility, clock, QUEUE_MOST);
    }

    MessageWriter(Database database, String utility, Clock clock, int queueMost) {
        this.database = database;
        this.utility = utility;
        this.clock = clock;
        queue = new ArrayBlockingQueue<>(queueMost);
        thread = Thread.ofPlatform().name("collector-messages").start(this::work);
    }

    /// Has a message answered; fails when whether it was done is not known.
    ///
    /// @return null when too many wait, and nothing was done
    @Nullable CompletableFuture<GivenAnswer> tell(ToldMessage told) {
        CompletableFuture<GivenAnswer> answer = new CompletableFuture<>();
        return queue.offer(new Waiting(told, answer)) ? answer : null;
    }

    private void work() {
        boolean isOpen = true;
        while (isOpen) {
            try {
                List<Waiting> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch, BATCH_MOST - 1);
                isOpen = batch.stream().allMatch(waiting -> waiting.told() != null);
                batch.removeIf(waiting -> waiting.told() == null);
                answer(batch);
            } catch (InterruptedException e) {
                isOpen = false;
            }
        }
        drop();
    }

    /// One that cannot be answered does not keep the others from their answers.
    private void answer(List<Waiting> batch) {
        if (batch.isEmpty() || tryAnswer(batch)) {
            return;
        }
        for (Waiting one : batch) {
            if (!tryAnswer(List.of(one))) {
                one.answer().completeExceptionally(new IllegalStateException("the books could not be written"));
            }
        }
    }

    private boolean tryAnswer(List<Waiting> batch) {
        try {
            List<ToldMessage> messages = new ArrayList<>();
            for (Waiting waiting : batch) {
                ToldMessage told = waiting.told();
                if (told != null) {
                    messages.add(told);
                }
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            CollectorBatch.When when = new CollectorBatch.When(utility, now, LocalDate.ofInstant(now, clock.getZone()));
            List<GivenAnswer> answers = CollectorBatch.answer(connection(), messages, when, AnswerJson::form);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "a batch of " + batch.size() + " messages failed", e);
            drop();
            return false;
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException | DatabaseException e) {
                LOG.log(Level.FINE, "a broken connection", e);
            }
        }
    }

    /// Answers what waits, and ends.
    @Override
    public void close() {
        try {
            queue.put(new Waiting(null, new CompletableFuture<>()));
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
