package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BillingListener.Progress;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.billing.BillWriter;
import org.taswiya.store.billing.BillingInputs;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.InputBatch;
import org.taswiya.store.billing.RunReport;
import org.taswiya.store.billing.RunState;
import org.taswiya.store.billing.RunTable;
import org.taswiya.store.billing.RunTable.Checkpoint;
import org.taswiya.store.billing.RunTable.StartedRun;
import org.taswiya.store.billing.RunTotals;
import org.taswiya.store.billing.Withheld;

/// Bills every account of one cycle.
///
/// Accounts are taken in the order of their references and cut into batches. While one batch is written, the next is
/// read and billed; within a batch accounts are billed on all cores, and numbered in order.
public final class BillingRun {
    /// How long to wait for another run to end, or for the connection of a killed one to be noticed.
    private static final int LOCK_SECONDS = 5;

    private final Database database;
    private final Settings settings;
    private final BillingListener listener;
    private final long startedAt = System.nanoTime();
    private long accounts;
    private long bills;
    private long held;
    private long failed;
    private long billsHere;

    /// What a run goes by.
    ///
    /// @param tariffs by id
    /// @param classPerDay the class average a day by tariff id, to estimate from where nothing else is known
    /// @param accountsPerBatch of a run that begins now; one that was begun before keeps its own
    /// @param why who starts it, when and why
    public record Settings(
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            Function<String, Optional<Decimal>> classPerDay,
            int accountsPerBatch,
            Change why) {

        /// Large enough that a commit costs little, small enough that two batches fit a small machine.
        public static final int ACCOUNTS_PER_BATCH = 2_000;
    }

    private BillingRun(Database database, Settings settings, BillingListener listener) {
        this.database = database;
        this.settings = settings;
        this.listener = listener;
    }

    /// Begins the run of a cycle, or goes on with it where it was when it ended or was killed.
    ///
    /// @return what the whole run came to
    /// @throws BillingRefused when another run is at work or has to be finished first, or the policy is not the one
    ///     with which the run was begun
    public static RunReport execute(Database database, Settings settings, BillingListener listener) {
        return new BillingRun(database, settings, listener).execute();
    }

    private RunReport execute() {
        try (Connection writer = database.connect();
                Connection reader = database.connect()) {
            awaitLock(writer);
            writer.setAutoCommit(false);
            StartedRun run = start(writer);
            Checkpoint last = RunTable.lastCheckpoint(writer, run.id());
            if (last == null || !last.isLast()) {
                BillingInputs inputs = new BillingInputs(
                        reader, settings.cycle(), settings.policy(), settings.tariffs(), settings.classPerDay());
                try (ExecutorService readAhead = Executors.newSingleThreadExecutor()) {
                    bill(writer, run, last, new Ahead(inputs, run.accountsPerBatch(), readAhead));
                }
            }
            writer.rollback();
            return RunReport.of(database, run.id()).orElseThrow();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void awaitLock(Connection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOCK_SECONDS);
        while (!RunTable.lock(connection)) {
            if (System.nanoTime() > end) {
                throw new BillingRefused("Another billing run is at work on the database " + database
                        + ". Wait until it ends, then start again: what it has billed is not billed twice.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BillingRefused("Interrupted while waiting for another billing run");
        }
    }

    private StartedRun start(Connection connection) throws SQLException {
        Optional<Cycle> other = RunTable.unfinishedBefore(connection, settings.cycle());
        if (other.isPresent()) {
            throw new BillingRefused("The " + other.get() + " was begun and not finished. Finish it first: bills of one"
                    + " agreement follow each other.");
        }
        CycleOrder.require(connection, settings.cycle());
        StartedRun run = RunTable.start(
                connection, settings.cycle(), settings.policy(), settings.accountsPerBatch(), settings.why());
        connection.commit();
        if (RunReport.of(database, run.id()).orElseThrow().state() == RunState.ABANDONED) {
            throw new BillingRefused("The " + run.cycle() + " was given up. Bill what it left with another day --on.");
        }
        if (!run.policy().equals(settings.policy().toString())) {
            throw new BillingRefused("The " + run.cycle() + " was begun with another policy, " + run.policy()
                    + ". Go on with that one: a run ends as it began.");
        }
        return run;
    }

    /// A batch that was read and billed, and has no numbers yet.
    private record BilledBatch(InputBatch inputs, List<BilledAccount> accounts) {}

    /// The batches to come, each read and billed while the one before is written: no bill of a batch depends on another
    /// batch of the same cycle.
    private record Ahead(BillingInputs inputs, int most, Executor executor) {

        CompletableFuture<BilledBatch> after(String account) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            InputBatch batch = inputs.read(account, most);
                            return new BilledBatch(
                                    batch,
                                    batch.accounts().parallelStream()
                                            .map(BilledAccount::of)
                                            .toList());
                        } catch (SQLException e) {
                            throw new CompletionException(e);
                        }
                    },
                    executor);
        }
    }

    private void bill(Connection connection, StartedRun run, @Nullable Checkpoint last, Ahead ahead)
            throws SQLException {
        RunTotals before = RunTotals.of(connection, run.id());
        accounts = before.accounts();
        bills = before.bills();
        held = before.held();
        failed = before.failed();
        int number = last == null ? 0 : last.batch();
        BillWriter writer = new BillWriter(run.id());
        CompletableFuture<BilledBatch> next = ahead.after(last == null ? "" : last.lastAccount());
        for (boolean isLast = false; !isLast; ) {
            BilledBatch batch = arrived(next);
            isLast = batch.inputs().isLast();
            if (!isLast) {
                next = ahead.after(batch.inputs().lastAccount());
            }
            number++;
            save(connection, run, writer, number, batch);
            listener.committed(new Progress(
                    number, accounts, bills, held, failed, billsHere, (System.nanoTime() - startedAt) / 1e9));
        }
    }

    private static BilledBatch arrived(CompletableFuture<BilledBatch> batch) throws SQLException {
        try {
            return batch.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void save(Connection connection, StartedRun run, BillWriter writer, int number, BilledBatch billed)
            throws SQLException {
        InputBatch batch = billed.inputs();
        writer.begin(connection);
        List<Withheld> withheld = new ArrayList<>(batch.withheld());
        List<IssuedAccount> issued = new ArrayList<>();
        int count = 0;
        int estimated = 0;
        Money total = Money.ZERO;
        for (BilledAccount account : billed.accounts()) {
            withheld.addAll(account.withheld());
            IssuedAccount of = account.issue(writer, batch.before());
            issued.add(of);
            for (IssuedBill bill : of.bills()) {
                count++;
                estimated += bill.bill().basis() instanceof Basis.OnEstimate ? 1 : 0;
                total = total.plus(bill.bill().total());
            }
        }
        listener.issued(issued);
        writer.send(connection);
        RunTable.save(connection, run.id(), withheld);
        int broken = (int) withheld.stream()
                .filter(agreement -> agreement.outcome() == Withheld.Outcome.FAILED)
                .count();
        RunTable.save(
                connection,
                run.id(),
                new Checkpoint(
                        number,
                        batch.lastAccount(),
                        writer.lastNumber(),
                        batch.accountCount(),
                        count,
                        estimated,
                        total,
                        withheld.size() - broken,
                        broken,
                        batch.isLast()));
        connection.commit();
        accounts += batch.accountCount();
        bills += count;
        held += withheld.size() - broken;
        failed += broken;
        billsHere += count;
    }
}
