package org.taswiya.cli.online;

import java.util.concurrent.CountDownLatch;

/// Waits until the program is stopped, and keeps it from ending before what is served has answered.
final class UntilStopped implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    UntilStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    void await() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
