package org.taswiya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/// Connections that were closed and are used again: to make one costs PostgreSQL a process and its first look at every
/// table. What is handed out is as if it were new, whoever had it before. There is no limit to how many are in use, but
/// where whoever serves many people sets one.
/// Safe for use by several threads.
final class KeptConnections implements AutoCloseable {
    private static final int MOST = 8;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

    /// Whoever lay idle for longer is asked first whether it is still there.
    private static final long SURE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int ANSWER_SECONDS = 5;
    private static final int WAIT_SECONDS = 10;

    /// As PostgreSQL itself says that it has no more.
    private static final String TOO_MANY = "53300";

    /// The time zone, for which the driver would ask the machine; and that a query fails rather than leave out rows
    /// that a policy hides ([CustomerWall]).
    static final String SETTINGS = "set time zone 'UTC'; set row_security = off";

    /// Who asks one question asks it with other values again and again: what it takes to find the way costs more than
    /// the way.
    private static final String ASKING = SETTINGS + "; set plan_cache_mode = force_generic_plan";

    /// The role, which `reset all` leaves, settings and locks.
    private static final String AS_NEW = "reset role; reset all; select pg_advisory_unlock_all(); " + SETTINGS;

    private final PGConnectionPoolDataSource source;
    private final Deque<Kept> idle = new ArrayDeque<>();
    private final AtomicInteger inUse = new AtomicInteger();
    private final Map<PooledConnection, Runnable> given = new ConcurrentHashMap<>();
    private final Limit limit;
    private final boolean isAsNew;
    private boolean isClosed;

    private record Kept(PooledConnection physical, Connection connection, long since) {
        boolean isOlderThan(long nanos) {
            return System.nanoTime() - since > nanos;
        }
    }

    /// How many are with somebody at once, of all that are kept of one database; who comes then waits. A thread that
    /// has one is given more at once: if it waited too, all might wait for each other.
    static final class Limit {
        @SuppressWarnings("ThreadLocalUsage") // what a thread has of one database is nothing to another
        private final ThreadLocal<AtomicInteger> mine = ThreadLocal.withInitial(AtomicInteger::new);

        private volatile @Nullable Semaphore most;

        void set(int connections) {
            most = new Semaphore(connections, true);
        }
    }

    /// @param isAsNew whether what is handed out is as if it were new; else whoever has one changes nothing of it
    KeptConnections(PGConnectionPoolDataSource source, Limit limit, boolean isAsNew) {
        this.source = source;
        this.limit = limit;
        this.isAsNew = isAsNew;
    }

    Connection take() throws SQLException {
        return take(limit.most);
    }

    /// For whoever may not wait: it is over at once, and seldom.
    Connection takeBeyondLimit() throws SQLException {
        return take(null);
    }

    private Connection take(@Nullable Semaphore most) throws SQLException {
        AtomicInteger held = limit.mine.get();
        Semaphore entered = held.get() == 0 ? most : null;
        enter(entered);
        try {
            Kept taken = idleOrNew();
            held.incrementAndGet();
            inUse.incrementAndGet();
            given.put(taken.physical(), () -> {
                held.decrementAndGet();
                inUse.decrementAndGet();
                leave(entered);
            });
            return taken.connection();
        } catch (SQLException | RuntimeException e) {
            leave(entered);
            throw e;
        }
    }

    private static void enter(@Nullable Semaphore most) throws SQLException {
        try {
            if (most != null && !most.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("more is asked than can be answered", TOO_MANY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("stopped while others were answered", TOO_MANY, e);
        }
    }

    private static void leave(@Nullable Semaphore most) {
        if (most != null) {
            most.release();
        }
    }

    /// How many are with somebody now.
    int inUse() {
        return inUse.get();
    }

    private Kept idleOrNew() throws SQLException {
        for (Kept kept = last(); kept != null; kept = last()) {
            if (!kept.isOlderThan(SURE_NANOS) || kept.connection().isValid(ANSWER_SECONDS)) {
                return kept;
            }
            drop(kept.physical());
        }
        PooledConnection physical = source.getPooledConnection();
        physical.addConnectionEventListener(new Returned());
        Connection connection = physical.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(isAsNew ? SETTINGS : ASKING);
        }
        return new Kept(physical, connection, System.nanoTime());
    }

    private synchronized @Nullable Kept last() {
        return idle.pollLast();
    }

    private final class Returned implements ConnectionEventListener {
        @Override
        public void connectionClosed(ConnectionEvent event) {
            PooledConnection physical = (PooledConnection) event.getSource();
            try {
                Connection connection = physical.getConnection();
                if (isAsNew) {
                    makeAsNew(connection);
                }
                keep(new Kept(physical, connection, System.nanoTime())).forEach(KeptConnections::drop);
            } catch (SQLException _) {
                drop(physical);
            } finally {
                Runnable back = given.remove(physical);
                if (back != null) {
                    back.run();
                }
            }
        }

        private static void makeAsNew(Connection connection) throws SQLException {
            connection.setReadOnly(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(AS_NEW);
            }
        }

        /// Whoever has it finds out by itself, and its end finds that it cannot be kept.
        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {}
    }

    /// @return those that are kept no longer
    private synchronized List<PooledConnection> keep(Kept kept) {
        List<PooledConnection> gone = new ArrayList<>();
        if (isClosed) {
            gone.add(kept.physical());
            return gone;
        }
        idle.addLast(kept);
        while (idle.size() > MOST || idle.getFirst().isOlderThan(KEPT_NANOS)) {
            gone.add(idle.removeFirst().physical());
        }
        return gone;
    }

    private static void drop(PooledConnection physical) {
        try {
            physical.close();
        } catch (SQLException _) {
            // it is gone already
        }
    }

    /// Ends those that are not in use.
    synchronized void dropIdle() {
        idle.forEach(kept -> drop(kept.physical()));
        idle.clear();
    }

    /// Ends those that are not in use, and each other when it is closed.
    @Override
    public synchronized void close() {
        isClosed = true;
        dropIdle();
    }
}
