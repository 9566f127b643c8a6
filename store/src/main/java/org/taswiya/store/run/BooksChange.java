package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.Nested;
import org.taswiya.store.SqlFault;

/// What a person decides about the books, in one transaction: killed at any moment, all of it stands or nothing.
///
/// It waits for a run at work to end. A run reads ahead of what it writes: what is decided in between it would not see,
/// and the bill that it then writes would count as having obeyed.
public final class BooksChange {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private BooksChange() {}

    /// What is done in the transaction.
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Does it all or not at all.
    ///
    /// @param isTrial whether everything is done and then taken back: what it answers is what it would have been
    public static <T> T make(Database database, boolean isTrial, Work<T> work) {
        return makeOrLeave(database, connection -> new Outcome<>(work.on(connection), !isTrial));
    }

    /// What came of something that is kept or taken back by what it comes to.
    public record Outcome<T>(T answer, boolean isKept) {}

    /// Does it all, and keeps it only where its outcome says so.
    public static <T> T makeOrLeave(Database database, Work<Outcome<T>> work) {
        Connection within = database.within();
        if (within != null) {
            return makeWithin(database, within, work);
        }
        try (Connection connection = database.connect()) {
            awaitRuns(connection, database);
            connection.setAutoCommit(false);
            Outcome<T> outcome = work.on(connection);
            if (outcome.isKept()) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return outcome.answer();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static <T> T makeWithin(Database database, Connection within, Work<Outcome<T>> work) {
        return Nested.make(database, within, Outcome::isKept, (Connection connection) -> {
                    awaitRuns(connection, database);
                    return work.on(connection);
                })
                .answer();
    }

    /// In the order of those who ask, so that nobody is passed over while many do.
    private static void awaitRuns(Connection connection, Database database) throws SQLException {
        if (!RunTable.lock(connection, WAIT)) {
            throw new DatabaseException(
                    Fault.FAILED,
                    "A billing run is at work on the database " + database
                            + ". Nothing was written; try again when it has ended.",
                    null);
        }
    }
}
