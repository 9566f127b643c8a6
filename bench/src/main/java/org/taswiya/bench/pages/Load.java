package org.taswiya.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How visitors come, and how long each waits.
final class Load {
    private static final int CONNECTIONS_MOST = 200;

    private Load() {}

    /// One request.
    interface Request {
        /// @param number of the request, from 0
        /// @return what it came to: things done, none where it failed; less than 0 where there is nothing more to do
        int send(long number) throws IOException, InterruptedException;
    }

    /// So many connections, each of which asks again as soon as it is answered.
    static Waits asFastAsAnswered(int connections, Duration time, Request request) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        AtomicLong next = new AtomicLong();
        return together(connections, waits -> {
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                int done = sent(request, next.getAndIncrement());
                if (done < 0) {
                    return;
                }
                waits.add(System.nanoTime() - begun, done);
            }
        });
    }

    /// So many a second, whether those before were answered or not. Each wait counts from the moment at which it was to
    /// be asked, so that a stop of the server is waited for by all who come meanwhile.
    static Waits atRate(int perSecond, Duration time, Request request) throws InterruptedException {
        long begun = System.nanoTime();
        long apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long all = time.toNanos() / apart;
        AtomicLong next = new AtomicLong();
        return together(Math.min(perSecond, CONNECTIONS_MOST), waits -> {
            for (long i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                long due = begun + i * apart;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int done = sent(request, i);
                waits.add(System.nanoTime() - due, done);
            }
        });
    }

    private static int sent(Request request, long number) throws InterruptedException {
        try {
            return request.send(number);
        } catch (IOException _) {
            return 0;
        }
    }

    private interface Connection {
        void ask(Waits waits) throws InterruptedException;
    }

    private static Waits together(int connections, Connection connection) throws InterruptedException {
        long begun = System.nanoTime();
        List<Waits> each = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Waits>> asked = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                asked.add(threads.submit(() -> {
                    Waits waits = new Waits();
                    connection.ask(waits);
                    return waits;
                }));
            }
            for (Future<Waits> one : asked) {
                each.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A visitor gave up: " + e.getCause(), e);
        }
        return Waits.all(each, (System.nanoTime() - begun) / 1e9);
    }
}
