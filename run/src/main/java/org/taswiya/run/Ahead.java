package org.taswiya.run;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Makes things one after the other, each while the one before is used: two are in memory at a time.
public final class Ahead<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Maker<T> maker;
    private @Nullable CompletableFuture<@Nullable T> next;

    /// What makes the next thing; null when there are no more.
    public interface Maker<T> {
        @Nullable T make() throws SQLException;
    }

    public Ahead(Maker<T> maker) {
        this.maker = maker;
    }

    /// The next thing; null after the last. What failed on the way fails here.
    public @Nullable T next() throws SQLException {
        CompletableFuture<@Nullable T> made = next == null ? begin() : next;
        T thing = arrived(made);
        next = thing == null ? made : begin();
        return thing;
    }

    private CompletableFuture<@Nullable T> begin() {
        return CompletableFuture.supplyAsync(this::make, thread);
    }

    private @Nullable T make() {
        try {
            return maker.make();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static <T> @Nullable T arrived(CompletableFuture<@Nullable T> thing) throws SQLException {
        try {
            return thing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /// Makes no more, and waits for what is being made.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
