package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.CopyRows;

/// Billing runs, their checkpoints, and the agreements that they withheld.
public final class RunTable {
    /// Any number, the same in every program: whoever holds this lock of the database is billing.
    private static final long BILLING_LOCK = 0x7461_7377_6979_6101L;

    private RunTable() {}

    /// A run as it was started.
    public record StartedRun(long id, Cycle cycle, String policy, int accountsPerBatch) {}

    /// The mark of a batch.
    ///
    /// @param batch counted from one
    /// @param lastBill the number of the last bill issued up to here, by this run or before it
    /// @param totals of this batch alone
    public record Checkpoint(int batch, String lastAccount, long lastBill, RunTotals totals) {}

    /// Becomes the one that bills, until the connection ends.
    ///
    /// @return whether nobody else is
    public static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, BILLING_LOCK);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// The run of a cycle; started now if it was not before.
    public static StartedRun start(Connection connection, Cycle cycle, String policy, int accountsPerBatch, Change why)
            throws SQLException {
        Optional<StartedRun> found = of(connection, cycle);
        if (found.isPresent()) {
            return found.get();
        }
        long id;
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select coalesce(max(id), 0) from billing_run")) {
            last.next();
            id = last.getLong(1) + 1;
        }
        StartedRun run = new StartedRun(id, cycle, policy, accountsPerBatch);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into billing_run values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, cycle.billTo());
            insert.setObject(3, cycle.billedOn());
            insert.setString(4, cycle.area());
            insert.setBoolean(5, cycle.releasedOnly());
            insert.setString(6, run.policy());
            insert.setInt(7, accountsPerBatch);
            insert.setLong(8, Changes.record(connection, why));
            insert.executeUpdate();
        }
        return run;
    }

    /// The latest day from which an agreement is billed; empty when there is none.
    public static Optional<LocalDate> latestStart(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select max(billed_from) as billed_from from service_agreement having count(*) > 0")) {
            return Rows.list(query, row -> Rows.date(row, "billed_from")).stream()
                    .findFirst();
        }
    }

    /// The run of a cycle, if it was begun.
    public static Optional<StartedRun> of(Connection connection, Cycle cycle) throws SQLException {
        return runs(connection).stream()
                .filter(run -> run.cycle().equals(cycle))
                .findFirst();
    }

    /// All runs, the first one first.
    public static List<StartedRun> runs(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select id, bill_to, billed_on, area, released_only, policy, accounts_per_batch
                from billing_run order by id""")) {
            return Rows.list(
                    query,
                    row -> new StartedRun(
                            row.getLong(1), cycle(row), row.getString("policy"), row.getInt("accounts_per_batch")));
        }
    }

    static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(
                Rows.date(row, "bill_to"),
                Rows.date(row, "billed_on"),
                row.getString("area"),
                row.getBoolean("released_only"));
    }

    /// Gives a run up that did not end.
    ///
    /// @throws IllegalArgumentException when there is no such run, or it ended or was given up already
    public static void abandon(Database database, long run, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            RunState state = RunReport.of(connection, run)
                    .orElseThrow(() -> new IllegalArgumentException("There is no run " + run))
                    .state();
            if (state != RunState.UNFINISHED) {
                throw new IllegalArgumentException("Run " + run + " is " + state.code() + " already");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into abandoned_run values (?, ?)")) {
                insert.setLong(1, run);
                insert.setLong(2, Changes.record(connection, why));
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// A run of another cycle that began and did not end; bills of one agreement follow each other, so it goes first.
    public static Optional<Cycle> unfinishedBefore(Connection connection, Cycle cycle) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.bill_to, r.billed_on, r.area, r.released_only from billing_run r
                where not exists (select from checkpoint c where c.run = r.id and c.is_last)
                    and not exists (select from abandoned_run a where a.run = r.id)
                order by r.id""")) {
            return Rows.list(query, RunTable::cycle).stream()
                    .filter(other -> !other.equals(cycle))
                    .findFirst();
        }
    }

    /// Where a run stopped.
    ///
    /// @param batch of the last batch that was committed
    public record Stop(int batch, String lastAccount, boolean isLast) {}

    /// Where the run stopped; null before its first batch.
    public static @Nullable Stop lastStop(Connection connection, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select batch, last_account, is_last from checkpoint where run = ? order by batch desc limit 1")) {
            query.setLong(1, run);
            List<Stop> found = Rows.list(query, row -> new Stop(row.getInt(1), row.getString(2), row.getBoolean(3)));
            return found.isEmpty() ? null : found.getFirst();
        }
    }

    public static void save(Connection connection, long run, Checkpoint checkpoint) throws SQLException {
        RunTotals totals = checkpoint.totals();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into checkpoint values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setInt(2, checkpoint.batch());
            insert.setString(3, checkpoint.lastAccount());
            insert.setLong(4, checkpoint.lastBill());
            insert.setLong(5, totals.accounts());
            insert.setLong(6, totals.bills());
            insert.setLong(7, totals.estimated());
            insert.setLong(8, totals.total());
            insert.setLong(9, totals.held());
            insert.setLong(10, totals.failed());
            insert.setBoolean(11, totals.isFinished());
            insert.executeUpdate();
        }
    }

    public static void save(Connection connection, long run, List<Withheld> withheld) throws SQLException {
        CopyRows rows =
                new CopyRows("held_agreement", "run", "agreement", "ordinal", "outcome", "reason", "found", "at_risk");
        for (Withheld agreement : withheld) {
            int ordinal = 0;
            for (Withheld.Reason reason : agreement.reasons()) {
                rows.row()
                        .bigint(run)
                        .text(agreement.agreement())
                        .smallint(++ordinal)
                        .text(agreement.outcome().code())
                        .text(reason.code())
                        .text(reason.found())
                        .money(agreement.atRisk());
            }
        }
        rows.send(connection);
    }
}
