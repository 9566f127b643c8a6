package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Nested;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BatchTransaction;

/// One thing that happens to what is owed, in one transaction. Unlike what people decide about bills it waits for no
/// run: no bill is made from payments, and tills are open while a run is at work.
public final class BooksTransaction {
    private BooksTransaction() {}

    /// What is done.
    public interface Work<T> {
        /// @param change written down already
        Done<T> on(Connection connection, long change) throws SQLException;
    }

    /// What came of it.
    ///
    /// @param isWritten whether anything was; the change is forgotten otherwise
    public record Done<T>(T answer, boolean isWritten) {}

    /// Does it all or not at all.
    ///
    /// @param isTrial whether everything is done and then taken back: what it answers is what it would have been
    public static <T> T make(Database database, Change why, boolean isTrial, Work<T> work) {
        Connection within = database.within();
        if (within != null) {
            return makeWithin(database, within, why, isTrial, work);
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BatchTransaction.readByIndex(connection);
            Done<T> done = work.on(connection, Changes.record(connection, why));
            if (isTrial || !done.isWritten()) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return done.answer();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static <T> T makeWithin(Database database, Connection within, Change why, boolean isTrial, Work<T> work) {
        return Nested.make(database, within, done -> !isTrial && done.isWritten(), (Connection connection) -> {
                    BatchTransaction.readByIndex(connection);
                    return work.on(connection, Changes.record(connection, why));
                })
                .answer();
    }
}
