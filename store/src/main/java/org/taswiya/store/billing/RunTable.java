package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillingPolicy;
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
    /// @param bills issued in this batch
    public record Checkpoint(
            int batch,
            String lastAccount,
            long lastBill,
            int accounts,
            int bills,
            int held,
            int failed,
            boolean isLast) {}

    /// What the batches of a run came to so far.
    ///
    /// @param total of all its bills, in minor units
    /// @param reasons how many agreements each reason withheld
    public record RunTotals(
            int batches,
            long accounts,
            long bills,
            long estimated,
            long held,
            long failed,
            long total,
            SortedMap<String, Long> reasons,
            boolean isFinished) {}

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
    public static StartedRun start(
            Connection connection, Cycle cycle, BillingPolicy policy, int accountsPerBatch, Change why)
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
        StartedRun run = new StartedRun(id, cycle, policy.toString(), accountsPerBatch);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into billing_run values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, cycle.billTo());
            insert.setObject(3, cycle.billedOn());
            insert.setString(4, cycle.area());
            insert.setString(5, run.policy());
            insert.setInt(6, accountsPerBatch);
            insert.setLong(7, Changes.record(connection, why));
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

    /// What the run of a cycle withheld, by agreement.
    public static List<Withheld> withheld(Database database, Cycle cycle) {
        try (Connection connection = database.connect()) {
            Optional<StartedRun> run = of(connection, cycle);
            return run.isEmpty() ? List.of() : withheld(connection, run.get().id());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<Withheld> withheld(Connection connection, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select agreement, outcome, array_agg(reason order by ordinal), array_agg(found order by ordinal)
                from held_agreement where run = ? group by agreement, outcome order by agreement""")) {
            query.setLong(1, run);
            return Rows.list(query, RunTable::withheld);
        }
    }

    private static Withheld withheld(ResultSet row) throws SQLException {
        String[] codes = (String[]) row.getArray(3).getArray();
        String[] found = (String[]) row.getArray(4).getArray();
        List<Withheld.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            reasons.add(new Withheld.Reason(codes[i], found[i]));
        }
        Withheld.Outcome outcome = Withheld.Outcome.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
        return new Withheld(row.getString(1), outcome, reasons);
    }

    /// The run of a cycle, if it was begun.
    public static Optional<StartedRun> of(Connection connection, Cycle cycle) throws SQLException {
        return runs(connection).stream()
                .filter(run -> run.cycle().equals(cycle))
                .findFirst();
    }

    /// All runs, the first one first.
    public static List<StartedRun> runs(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, bill_to, billed_on, area, policy, accounts_per_batch from billing_run order by id")) {
            return Rows.list(
                    query,
                    row -> new StartedRun(
                            row.getLong(1), cycle(row), row.getString("policy"), row.getInt("accounts_per_batch")));
        }
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(Rows.date(row, "bill_to"), Rows.date(row, "billed_on"), row.getString("area"));
    }

    /// A run of another cycle that began and did not end; bills of one agreement follow each other, so it goes first.
    public static Optional<Cycle> unfinishedBefore(Connection connection, Cycle cycle) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.bill_to, r.billed_on, r.area from billing_run r
                where not exists (select from checkpoint c where c.run = r.id and c.is_last)
                order by r.id""")) {
            return Rows.list(query, RunTable::cycle).stream()
                    .filter(other -> !other.equals(cycle))
                    .findFirst();
        }
    }

    /// The mark of the last batch that was committed; null before the first.
    public static @Nullable Checkpoint lastCheckpoint(Connection connection, long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select batch, last_account, last_bill, accounts, bills, held, failed, is_last
                from checkpoint where run = ? order by batch desc limit 1""")) {
            query.setLong(1, run);
            List<Checkpoint> found = Rows.list(
                    query,
                    row -> new Checkpoint(
                            row.getInt(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getBoolean(8)));
            return found.isEmpty() ? null : found.getFirst();
        }
    }

    public static void save(Connection connection, long run, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into checkpoint values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setInt(2, checkpoint.batch());
            insert.setString(3, checkpoint.lastAccount());
            insert.setLong(4, checkpoint.lastBill());
            insert.setInt(5, checkpoint.accounts());
            insert.setInt(6, checkpoint.bills());
            insert.setInt(7, checkpoint.held());
            insert.setInt(8, checkpoint.failed());
            insert.setBoolean(9, checkpoint.isLast());
            insert.executeUpdate();
        }
    }

    public static void save(Connection connection, long run, List<Withheld> withheld) throws SQLException {
        CopyRows rows = new CopyRows("held_agreement", "run", "agreement", "ordinal", "outcome", "reason", "found");
        for (Withheld agreement : withheld) {
            int ordinal = 0;
            for (Withheld.Reason reason : agreement.reasons()) {
                rows.row()
                        .bigint(run)
                        .text(agreement.agreement())
                        .smallint(++ordinal)
                        .text(agreement.outcome().code())
                        .text(reason.code())
                        .text(reason.found());
            }
        }
        rows.send(connection);
    }

    /// What a run came to so far.
    public static RunTotals totals(Connection connection, long run) throws SQLException {
        SortedMap<String, Long> reasons = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select reason, count(*) from held_agreement where run = ? and ordinal = 1 group by reason")) {
            query.setLong(1, run);
            Rows.each(query, row -> reasons.put(row.getString(1), row.getLong(2)));
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*), coalesce(sum(accounts), 0), coalesce(sum(bills), 0), coalesce(sum(held), 0),
                       coalesce(sum(failed), 0), coalesce(bool_or(is_last), false),
                       (select count(*) from bill where run = ? and basis = 'estimate'),
                       (select coalesce(sum(net + tax), 0) from bill where run = ?)
                from checkpoint where run = ?""")) {
            query.setLong(1, run);
            query.setLong(2, run);
            query.setLong(3, run);
            return Rows.list(
                            query,
                            row -> new RunTotals(
                                    row.getInt(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(7),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(8),
                                    reasons,
                                    row.getBoolean(6)))
                    .getFirst();
        }
    }
}
