package org.taswiya.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A thread that works beside the pages for as long as they are served.
final class BesideThread implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private BesideThread(String name, Consumer<BesideThread> work) {
        thread = Thread.ofPlatform().name(name).unstarted(() -> work.accept(this));
    }

    /// @param work asks [#isStoppedWithin] between its steps, and ends then
    static BesideThread start(String name, Consumer<BesideThread> work) {
        BesideThread beside = new BesideThread(name, work);
        beside.thread.start();
        return beside;
    }

    /// Rests for so long; true at once where it is to end.
    boolean isStoppedWithin(Duration rest) {
        try {
            return stopped.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Waits for the step at work.
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
