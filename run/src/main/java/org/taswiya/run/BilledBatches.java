package org.taswiya.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.store.Database;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.run.ClassDates;
import org.taswiya.store.run.LearntClass;

/// The batches of a cycle, one after the other, each read and billed while the one before is looked at: no bill of a
/// batch depends on another batch of the same cycle. Four of them are in memory at a time, whatever the number of
/// accounts.
final class BilledBatches implements AutoCloseable {
    private final Ahead<BilledBatch> billed = new Ahead<>(this::bill);
    private final ReadBatches read;
    private final LearntClasses classes;
    private final BillChecks checks;
    private final RunClock clock;

    /// What many bills of a run share, for each thread its own.
    private final ThreadLocal<SharedPrices> prices = ThreadLocal.withInitial(SharedPrices::new);

    /// A batch that was read and billed, and has no numbers yet.
    record BilledBatch(InputBatch inputs, List<BilledAccount> accounts) {
        BilledBatch {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param after the reference of the account before the first one; empty to begin at the beginning
    /// @param kept what the run has learnt of classes of meters before
    /// @param clock that is told how long reading and billing take
    BilledBatches(
            Database database,
            RunSettings settings,
            int accountsPerBatch,
            String after,
            Map<ClassDates, LearntClass> kept,
            RunClock clock)
            throws SQLException {
        this.classes = settings.classes(kept);
        this.read = new ReadBatches(
                database, settings, accountsPerBatch, after, settings.checks().differ(), classes, clock);
        this.checks = settings.checks();
        this.clock = clock;
    }

    /// All accounts, of whatever class their customers are, nothing checked.
    private BilledBatches(Database database, RunSettings settings, RunClock clock) throws SQLException {
        this.classes = settings.classes(Map.of());
        this.read = new ReadBatches(database, settings, settings.accountsPerBatch(), "", true, classes, clock);
        this.checks = BillChecks.NONE;
        this.clock = clock;
    }

    /// All accounts, with the bills that a check would hold, and the classes of the customers.
    static BilledBatches unchecked(Database database, RunSettings settings, RunClock clock) throws SQLException {
        return new BilledBatches(database, settings, clock);
    }

    /// All accounts, with nothing kept of it.
    static BilledBatches ofTrial(Database database, RunSettings settings, RunClock clock) throws SQLException {
        return new BilledBatches(database, settings, settings.accountsPerBatch(), "", Map.of(), clock);
    }

    /// What was learnt of classes of meters since this was last asked, for the batches that were given and maybe for
    /// some that follow.
    Map<ClassDates, LearntClass> takeLearnt() {
        return classes.takeAdded();
    }

    /// The next batch; null after the last.
    @Nullable BilledBatch next() throws SQLException {
        return billed.next();
    }

    private @Nullable BilledBatch bill() throws SQLException {
        InputBatch batch = read.next();
        return batch == null ? null : clock.timed(Stage.BILL, () -> billed(batch));
    }

    private BilledBatch billed(InputBatch batch) {
        return new BilledBatch(
                batch,
                batch.accounts().parallelStream()
                        .map(account -> bill(account, batch))
                        .toList());
    }

    private BilledAccount bill(AccountInput account, InputBatch batch) {
        return bill(account, batch, checks, prices.get());
    }

    static BilledAccount bill(AccountInput account, InputBatch batch, BillChecks checks, SharedPrices prices) {
        String reference = account.customerAccount();
        return BilledAccount.of(account, prices)
                .checked(checks, batch.customerClass(reference), batch.released(), batch.missing(reference));
    }

    @Override
    public void close() throws SQLException {
        billed.close(); // first, because it asks for what is read
        read.close();
    }
}
