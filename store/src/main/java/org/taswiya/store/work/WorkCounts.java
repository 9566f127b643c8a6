package org.taswiya.store.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.work.WorkLists.Count;

/// Counts all lists by two connections at once: each takes the next list that neither has begun. Whoever asks counts
/// them alone where no second connection is to be had, and waits for nobody but a list that the other has begun.
final class WorkCounts {
    private final Database database;
    private final String staff;
    private final LocalDate today;
    private final WorkKind[] kinds = WorkKind.values();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<WorkKind, CompletableFuture<Count>> counts = new EnumMap<>(WorkKind.class);

    private WorkCounts(Database database, String staff, LocalDate today) {
        this.database = database;
        this.staff = staff;
        this.today = today;
        for (WorkKind kind : kinds) {
            counts.put(kind, new CompletableFuture<>());
        }
    }

    static List<Count> of(Database database, String staff, LocalDate today) {
        WorkCounts all = new WorkCounts(database, staff, today);
        Thread.ofVirtual().start(all::countBeside);
        try (Connection connection = database.connect()) {
            all.count(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
        return Arrays.stream(all.kinds).map(all::counted).toList();
    }

    private void countBeside() {
        try (Connection connection = database.connect()) {
            count(connection);
        } catch (SQLException | DatabaseException _) {
            // What fails of a list is kept with it; without a connection whoever asks counts all of them.
        }
    }

    private void count(Connection connection) throws SQLException {
        // A list is over before processes beside would have begun, and the other cores have the other connection.
        try (Statement statement = connection.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 0");
        }
        for (int i = next.getAndIncrement(); i < kinds.length; i = next.getAndIncrement()) {
            CompletableFuture<Count> count = countOf(kinds[i]);
            try {
                count.complete(count(connection, kinds[i]));
            } catch (SQLException | RuntimeException | Error e) {
                count.completeExceptionally(e);
            }
        }
    }

    private Count count(Connection connection, WorkKind kind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WorkSql.counts(kind))) {
            query.setString(1, staff);
            query.setObject(2, today);
            return Rows.list(
                            query,
                            row -> new Count(
                                    kind,
                                    row.getLong("many"),
                                    row.getLong("mine"),
                                    row.getLong("free"),
                                    row.getLong("late"),
                                    Money.ofMinor(row.getLong("amount")),
                                    Rows.dateOrNull(row, "oldest")))
                    .getFirst();
        }
    }

    private CompletableFuture<Count> countOf(WorkKind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    private Count counted(WorkKind kind) {
        try {
            return countOf(kind).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException failed ? SqlFault.of(database, failed) : e;
        }
    }
}
