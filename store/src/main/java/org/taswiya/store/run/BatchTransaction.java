package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;

/// What a batch is written in. While it lasts nobody bills and nobody decides about the books; between two batches
/// everybody gets their turn.
public final class BatchTransaction {
    private final Connection connection;
    private final Change why;
    private @Nullable Long change;

    private BatchTransaction(Connection connection, Change why) {
        this.connection = connection;
        this.why = why;
    }

    /// Begins, once nobody bills.
    ///
    /// @param why what the changes of the batch say
    /// @param waiting is told again and again while somebody bills
    public static BatchTransaction begin(Connection connection, Change why, Runnable waiting) throws SQLException {
        while (!RunTable.lockTransaction(connection)) {
            connection.rollback();
            waiting.run();
        }
        readByIndex(connection);
        return new BatchTransaction(connection, why);
    }

    /// Makes the queries of a transaction go by indexes.
    public static void readByIndex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A load begins with tables of which the planner knows nothing; a batch is always small beside an index.
            statement.execute("set local enable_seqscan = off; set local enable_hashjoin = off;"
                    + " set local enable_mergejoin = off");
        }
    }

    public Connection connection() {
        return connection;
    }

    /// The change that what the batch writes names; written down when it is first asked for.
    public long change() throws SQLException {
        if (change == null) {
            change = Changes.record(connection, why);
        }
        return change;
    }

    /// The change if there is one.
    public @Nullable Long changeOrNull() {
        return change;
    }

    /// Who writes the batch, when and why.
    public Change why() {
        return why;
    }

    public void commit() throws SQLException {
        connection.commit();
    }
}
