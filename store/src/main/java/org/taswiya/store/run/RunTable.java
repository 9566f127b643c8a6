package org.taswiya.store.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
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

    private static final Duration LOCK_WAIT = Duration.ofMillis(200);
    private static final String LOCK_TAKEN = "55P03";

    private RunTable() {}

    /// A run as it was started.
    public record StartedRun(long id, Cycle cycle, String policy, int accountsPerBatch) {}

    /// The mark of a batch.
    ///
    /// @param batch counted from one
    /// @param lastBill the number of the last bill issued up to here, by this run or before it
    /// @param knownChange the greatest change that the batch knew
    /// @param totals of this batch alone
    public record Checkpoint(int batch, String lastAccount, long lastBill, long knownChange, RunTotals totals) {}

    /// Becomes the one that bills, until the connection ends. It waits a moment, so that it gets between two batches of
    /// an import.
    ///
    /// @return whether nobody else is
    public static boolean lock(Connection connection) throws SQLException {
        return lock(connection, LOCK_WAIT);
    }

    /// The same with a wait of one's own, in the order of those who ask.
    public static boolean lock(Connection connection, Duration most) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // In one round trip, and so in one transaction, which takes the setting back where it fails.
            statement.execute("set lock_timeout = '" + most.toMillis() + "ms'; select pg_advisory_lock(" + BILLING_LOCK
                    + "); reset lock_timeout");
            return true;
        } catch (SQLException e) {
            return requireTaken(e);
        }
    }

    /// Whether somebody is billing at this moment.
    static boolean isTaken(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (
                    select from pg_locks l
                    where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                        and (l.classid::bigint << 32 | l.objid::bigint) = ?
                        and l.database = (select d.oid from pg_database d where d.datname = current_database()))""")) {
            query.setLong(1, BILLING_LOCK);
            return Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    /// The same until the end of a transaction, which has to be taken back when somebody else is.
    public static boolean lockTransaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + LOCK_WAIT.toMillis() + "ms'");
            statement.execute("select pg_advisory_xact_lock(" + BILLING_LOCK + ")");
            statement.execute("set local lock_timeout = 0");
            return true;
        } catch (SQLException e) {
            return requireTaken(e);
        }
    }

    private static boolean requireTaken(SQLException failure) throws SQLException {
        if (!LOCK_TAKEN.equals(failure.getSQLState())) {
            throw failure;
        }
        return false;
    }

    /// The run of a cycle; started now if it was not before. Off the cycle, a day has another part when people have
    /// decided more since the last one ended.
    public static StartedRun start(Connection connection, Cycle cycle, String policy, int accountsPerBatch, Change why)
            throws SQLException {
        Optional<StartedRun> found = of(connection, cycle);
        if (found.isPresent() && !hasMore(connection, found.get())) {
            return found.get();
        }
        int part = found.map(run -> run.cycle().part() + 1).orElse(1);
        return RunRows.insert(connection, cycle.withPart(part), policy, accountsPerBatch, why);
    }

    private static boolean hasMore(Connection connection, StartedRun last) throws SQLException {
        if (!last.cycle().releasedOnly()) {
            return false;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (select from checkpoint c where c.run = r.id and c.is_last)
                    and (exists (select from hold_release h where h.change > r.change)
                        or exists (select from bill_request q where q.change > r.change)) as has_more
                from billing_run r where r.id = ?""")) {
            query.setLong(1, last.id());
            return Rows.list(query, row -> row.getBoolean(1)).contains(true);
        }
    }

    /// The latest day from which an agreement is billed, by its own word or because an old system billed it up to then;
    /// empty when there is none.
    public static Optional<LocalDate> latestStart(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select greatest(max(billed_from), (select max(to_day) from former_bill)) as billed_from
                from service_agreement having count(*) > 0""")) {
            return Rows.list(query, row -> Rows.date(row, "billed_from")).stream()
                    .findFirst();
        }
    }

    /// The run of a cycle, if it was begun; its last part where there are several.
    public static Optional<StartedRun> of(Connection connection, Cycle cycle) throws SQLException {
        return runs(connection).stream()
                .filter(run -> run.cycle().isSameRun(cycle))
                .max(Comparator.comparingLong(StartedRun::id));
    }

    /// All runs, the first one first.
    public static List<StartedRun> runs(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + RunRows.COLUMNS + " from billing_run r order by r.id")) {
            return Rows.list(query, RunRows::run);
        }
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
        try (PreparedStatement query = connection.prepareStatement("select " + RunRows.COLUMNS + """
                 from billing_run r
                where not exists (select from checkpoint c where c.run = r.id and c.is_last)
                    and not exists (select from abandoned_run a where a.run = r.id)
                order by r.id""")) {
            return Rows.list(query, RunRows::run).stream()
                    .map(StartedRun::cycle)
                    .filter(other -> !other.isSameRun(cycle))
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
                connection.prepareStatement("insert into checkpoint values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
            insert.setLong(12, checkpoint.knownChange());
            insert.setString(13, AccountBilling.ENGINE);
            insert.executeUpdate();
        }
    }

    public static void save(Connection connection, long run, List<Withheld> withheld) throws SQLException {
        CopyRows rows = new CopyRows(
                "held_agreement", "run", "agreement", "ordinal", "outcome", "reason", "found", "at_risk", "figures");
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
                        .money(agreement.atRisk())
                        .text(reason.figures().text());
            }
        }
        rows.send(connection);
    }
}
