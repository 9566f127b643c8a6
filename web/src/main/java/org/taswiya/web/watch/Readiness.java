package org.taswiya.web.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseState;

/// Whether requests should be sent here now. Safe for use by several threads.
public final class Readiness {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Database database;
    private volatile boolean isStopping;
    private @Nullable CompletableFuture<DatabaseState> asking;

    public Readiness(Database database) {
        this.database = database;
    }

    /// What is not as it should be.
    public enum Obstacle {
        STOPPING,
        DATABASE,
        MIGRATIONS
    }

    /// From now on nothing more should be sent here.
    public void stopping() {
        isStopping = true;
    }

    /// Empty when there is none.
    public Optional<Obstacle> obstacle() {
        if (isStopping) {
            return Optional.of(Obstacle.STOPPING);
        }
        return switch (database()) {
            case GOOD -> Optional.empty();
            case AWAY -> Optional.of(Obstacle.DATABASE);
            case OTHER_TABLES -> Optional.of(Obstacle.MIGRATIONS);
        };
    }

    private DatabaseState database() {
        try {
            return asked().get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return DatabaseState.AWAY;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return DatabaseState.AWAY;
        }
    }

    /// All who ask while an answer is awaited get that one: a database that hangs is not asked by more and more.
    private synchronized CompletableFuture<DatabaseState> asked() {
        CompletableFuture<DatabaseState> last = asking;
        if (last == null || last.isDone()) {
            CompletableFuture<DatabaseState> next = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> ask(next));
            asking = next;
            return next;
        }
        return last;
    }

    private void ask(CompletableFuture<DatabaseState> answer) {
        try {
            answer.complete(DatabaseState.of(database));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
