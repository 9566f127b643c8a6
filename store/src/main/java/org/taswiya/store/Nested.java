package org.taswiya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Predicate;

/// What would be a transaction of its own, done within one that somebody has begun ([Database#within()]): what it does
/// not keep, or ends by an exception, is taken back to where it began, and no further.
public final class Nested {
    private Nested() {}

    /// What is done.
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// @param within the transaction
    /// @param isKept by what came of it
    public static <T> T make(Database database, Connection within, Predicate<T> isKept, Work<T> work) {
        try {
            Savepoint before = within.setSavepoint();
            boolean isDone = false;
            try {
                T done = work.on(within);
                isDone = isKept.test(done);
                return done;
            } finally {
                if (!isDone) {
                    within.rollback(before);
                }
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
