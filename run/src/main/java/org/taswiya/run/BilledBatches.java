package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.store.billing.BillingInputs;
import org.taswiya.store.billing.InputBatch;

/// The batches of a cycle, one after the other, each read and billed while the one before is looked at: no bill of a
/// batch depends on another batch of the same cycle. Three of them are in memory at a time, whatever the number of
/// accounts.
final class BilledBatches implements AutoCloseable {
    private final Ahead<InputBatch> read = new Ahead<>(this::read);
    private final Ahead<BilledBatch> billed = new Ahead<>(this::bill);
    private final BillingInputs inputs;
    private final int accountsPerBatch;
    private final BillChecks checks;
    private final RunClock clock;

    /// What many bills of a run share, for each thread its own.
    private final ThreadLocal<SharedPrices> prices = ThreadLocal.withInitial(SharedPrices::new);

    private String after;
    private boolean isLast;

    /// A batch that was read and billed, and has no numbers yet.
    record BilledBatch(InputBatch inputs, List<BilledAccount> accounts) {
        BilledBatch {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param after the reference of the account before the first one; empty to begin at the beginning
    /// @param clock that is told how long reading and billing take
    BilledBatches(Connection reader, RunSettings settings, int accountsPerBatch, String after, RunClock clock)
            throws SQLException {
        this(
                reader,
                settings,
                accountsPerBatch,
                after,
                clock,
                settings.checks(),
                settings.checks().differ());
    }

    /// All accounts, with the bills that a check would hold, and the classes of the customers.
    static BilledBatches unchecked(Connection reader, RunSettings settings, RunClock clock) throws SQLException {
        return new BilledBatches(reader, settings, settings.accountsPerBatch(), "", clock, BillChecks.NONE, true);
    }

    private BilledBatches(
            Connection reader,
            RunSettings settings,
            int accountsPerBatch,
            String after,
            RunClock clock,
            BillChecks checks,
            boolean withClasses)
            throws SQLException {
        this.inputs = settings.inputs(reader, withClasses);
        this.accountsPerBatch = accountsPerBatch;
        this.checks = checks;
        this.after = after;
        this.clock = clock;
    }

    /// The next batch; null after the last.
    @Nullable BilledBatch next() throws SQLException {
        return billed.next();
    }

    private @Nullable InputBatch read() throws SQLException {
        if (isLast) {
            return null;
        }
        InputBatch batch = clock.timed(Stage.READ, () -> inputs.read(after, accountsPerBatch));
        after = batch.lastAccount();
        isLast = batch.isLast();
        return batch;
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
        String reference = account.customerAccount();
        return BilledAccount.of(account, prices.get())
                .checked(checks, batch.customerClass(reference), batch.released(), batch.missing(reference));
    }

    @Override
    public void close() {
        billed.close(); // first, because it asks for what is read
        read.close();
    }
}
