package org.taswiya.server.collect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.taswiya.store.Database;

/// A few connections for questions, so that many who ask at once do not open many.
final class Readers implements AutoCloseable {
    private static final int MOST = 6;

    /// What SQL states of a lost connection, and of a server that ends one, begin with.
    private static final String CONNECTION_GONE = "08";

    private static final String SERVER_STOPPED = "57P";

    private final Database database;
    private final Semaphore free = new Semaphore(MOST);
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(MOST);

    Readers(Database database) {
        this.database = database;
    }

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T ask(Question<T> question) throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection known = idle.poll();
            if (known == null) {
                return ask(connect(), question);
            }
            try {
                return ask(known, question);
            } catch (SQLException e) {
                if (!isGone(e)) {
                    throw e;
                }
                close(); // those beside it are as old; a question changes nothing and is asked again
                return ask(connect(), question);
            }
        } finally {
            free.release();
        }
    }

    private static boolean isGone(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith(CONNECTION_GONE) || state.startsWith(SERVER_STOPPED));
    }

    private <T> T ask(Connection connection, Question<T> question) throws SQLException {
        T answer;
        try {
            answer = question.ask(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        if (!idle.offer(connection)) {
            connection.close();
        }
        return answer;
    }

    /// The same few questions are asked again and again, each of one account: they go by indexes whatever the planner
    /// knows of the tables, and to plan them anew costs more than to answer them.
    private Connection connect() throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan; set enable_seqscan = off;"
                    + " set enable_hashjoin = off; set enable_mergejoin = off");
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
