package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.NumberedBatches.NumberedBatch;
import org.taswiya.store.Database;
import org.taswiya.store.RangeIndexes;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.bill.DocumentDigests;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.run.ClassDates;
import org.taswiya.store.run.LearntClass;
import org.taswiya.store.run.RunClasses;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunState;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTable.Checkpoint;
import org.taswiya.store.run.RunTable.StartedRun;
import org.taswiya.store.run.RunTable.Stop;
import org.taswiya.store.run.RunTotals;

/// Bills every account of one cycle.
///
/// Accounts are taken in the order of their references and cut into batches. While one batch is written, the next is
/// read and billed; within a batch accounts are billed on all cores, and numbered in order.
public final class BillingRun {
    /// How long to wait for another run to end, or for the connection of a killed one to be noticed.
    private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

    private final Database database;
    private final RunSettings settings;
    private final BillingListener listener;
    private final RunClock clock = new RunClock();

    private BillingRun(Database database, RunSettings settings, BillingListener listener) {
        this.database = database;
        this.settings = settings;
        this.listener = listener;
    }

    /// Begins the run of a cycle, or goes on with it where it was when it ended or was killed.
    ///
    /// @return what the whole run came to
    /// @throws BillingRefused when another run is at work or has to be finished first, or the policy or a price book is
    ///     not the one with which the run was begun
    public static RunReport execute(Database database, RunSettings settings, BillingListener listener) {
        return new BillingRun(database, settings, listener).execute();
    }

    private RunReport execute() {
        try (Connection writer = database.connect()) {
            awaitLock(writer);
            writer.setAutoCommit(false);
            StartedRun run = start(writer);
            Stop last = RunTable.lastStop(writer, run.id());
            boolean isFinished = last != null && last.isLast();
            String after = last == null ? "" : last.lastAccount();
            listener.begun(
                    RunReport.of(database, run.id()).orElseThrow(),
                    isFinished ? 0 : CycleAccounts.count(writer, run.cycle(), after));
            if (!isFinished) {
                try (BilledBatches batches = new BilledBatches(
                        database,
                        settings.with(run.cycle()),
                        run.accountsPerBatch(),
                        after,
                        RunClasses.of(writer, run.id()),
                        clock)) {
                    bill(writer, run, last == null ? 0 : last.batch(), batches);
                }
                RangeIndexes.bringUpToDate(writer);
                writer.commit();
            }
            writer.rollback();
            return RunReport.of(database, run.id()).orElseThrow();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void awaitLock(Connection connection) throws SQLException {
        if (!RunTable.lock(connection, LOCK_WAIT)) {
            throw new BillingRefused("Another billing run is at work on the database " + database
                    + ". Wait until it ends, then start again: what it has billed is not billed twice.");
        }
    }

    private StartedRun start(Connection connection) throws SQLException {
        CycleOrder.require(connection, settings.cycle());
        StartedRun run = RunTable.start(
                connection, settings.cycle(), settings.rules().text(), settings.accountsPerBatch(), settings.why());
        RunPrices.bind(connection, run, settings);
        connection.commit();
        RunState state = RunReport.of(database, run.id()).orElseThrow().state();
        if (state == RunState.ABANDONED) {
            throw new BillingRefused("The " + run.cycle() + " was given up. Bill what it left with another day --on.");
        }
        // Of a finished run nothing is billed any more, so that policies have changed since says nothing about it.
        if (state != RunState.FINISHED) {
            requireSameRules(run);
        }
        return run;
    }

    private void requireSameRules(StartedRun run) {
        String giveUp = "give the run up with `./taswiya run cancel " + run.id()
                + "` and bill what it left with another day --on.";
        String changed = RunRules.parse(run.policy())
                .map(begun -> begun.changedTo(settings.rules()))
                .orElseThrow(() -> new BillingRefused("The " + run.cycle() + " was begun by an earlier Taswiya, which"
                        + " kept its policies in a form that is not read any more. Go on with that one, or "
                        + giveUp));
        if (!changed.isEmpty()) {
            throw new BillingRefused("The " + run.cycle() + " was begun with another policy: " + changed
                    + ". A run ends as it began: put back in policies.yaml what was, or name with --utility whose"
                    + " policies it was begun with, and go on; or " + giveUp);
        }
    }

    private void bill(Connection connection, StartedRun run, int lastBatch, BilledBatches batches) throws SQLException {
        RunPrices prices = RunPrices.of(connection, run, settings);
        RunTotals total = RunTotals.of(connection, run.id());
        long before = total.bills();
        int number = lastBatch;
        try (NumberedBatches numbered = new NumberedBatches(batches, BillNumbering.of(connection, run.id()), clock)) {
            for (NumberedBatch batch = numbered.next(); batch != null; batch = numbered.next()) {
                number++;
                total = total.plus(save(connection, run, number, batch, prices, batches.takeLearnt()));
                listener.committed(clock.progress(total, total.bills() - before));
            }
        }
    }

    /// @param learnt of classes of meters, for this batch and maybe for some that follow
    private RunTotals save(
            Connection connection,
            StartedRun run,
            int number,
            NumberedBatch batch,
            RunPrices prices,
            Map<ClassDates, LearntClass> learnt)
            throws SQLException {
        SortedMap<BillNumber, String> documents = clock.timed(Stage.DOCUMENT, () -> {
            listener.issued(batch.issued());
            return listener.documents(batch.issued());
        });
        return clock.timed(Stage.WRITE, () -> {
            prices.keep(connection, batch.issued());
            RunClasses.add(connection, run.id(), learnt);
            write(connection, run, number, batch, documents);
            connection.commit();
            return batch.totals();
        });
    }

    /// In a transaction of the caller's.
    static void write(
            Connection connection,
            StartedRun run,
            int number,
            NumberedBatch batch,
            SortedMap<BillNumber, String> documents)
            throws SQLException {
        batch.rows().send(connection);
        DocumentDigests.save(connection, documents);
        RunTable.save(connection, run.id(), batch.withheld());
        Checkpoint checkpoint = new Checkpoint(
                number, batch.lastAccount(), batch.rows().lastNumber(), batch.knownChange(), batch.totals());
        RunTable.save(connection, run.id(), checkpoint);
    }
}
