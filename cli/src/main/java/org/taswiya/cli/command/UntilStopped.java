package org.taswiya.cli.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.taswiya.store.Database;

/// Waits until the program is stopped, and keeps it from ending before what is served has answered.
public final class UntilStopped implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public UntilStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /// Has a database outlive what is served, which may still ask it when the program is being stopped.
    ///
    /// @return the same; to be closed before this is
    public Database keeping(Database database) {
        database.keepUntilClosed();
        return database;
    }

    /// Stops it from within, because it cannot go on.
    public void stop() {
        stopped.countDown();
    }

    public void await() throws InterruptedException {
        stopped.await();
    }

    /// @return whether it was stopped within that time
    public boolean await(Duration most) throws InterruptedException {
        return stopped.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
