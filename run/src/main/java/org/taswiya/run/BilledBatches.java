package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.run.BillingRun.Settings;
import org.taswiya.store.billing.BillingInputs;
import org.taswiya.store.billing.InputBatch;

/// The batches of a cycle, one after the other, each read and billed while the one before is looked at: no bill of a
/// batch depends on another batch of the same cycle. Two of them are in memory at a time, whatever the number of
/// accounts.
final class BilledBatches implements AutoCloseable {
    private final ExecutorService ahead = Executors.newSingleThreadExecutor();
    private final BillingInputs inputs;
    private final int accountsPerBatch;

    /// What many bills of a run share, for each thread its own.
    private final ThreadLocal<SharedPrices> prices = ThreadLocal.withInitial(SharedPrices::new);

    private @Nullable CompletableFuture<BilledBatch> next;

    /// A batch that was read and billed, and has no numbers yet.
    record BilledBatch(InputBatch inputs, List<BilledAccount> accounts) {
        BilledBatch {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param after the reference of the account before the first one; empty to begin at the beginning
    BilledBatches(Connection reader, Settings settings, int accountsPerBatch, String after) throws SQLException {
        this.inputs = new BillingInputs(
                reader, settings.cycle(), settings.policy(), settings.tariffs(), settings.classPerDay());
        this.accountsPerBatch = accountsPerBatch;
        this.next = begin(after);
    }

    /// The next batch; null after the last.
    @Nullable BilledBatch next() throws SQLException {
        if (next == null) {
            return null;
        }
        BilledBatch batch = arrived(next);
        next = batch.inputs().isLast() ? null : begin(batch.inputs().lastAccount());
        return batch;
    }

    private CompletableFuture<BilledBatch> begin(String after) {
        return CompletableFuture.supplyAsync(() -> bill(after), ahead);
    }

    private BilledBatch bill(String after) {
        try {
            InputBatch batch = inputs.read(after, accountsPerBatch);
            return new BilledBatch(
                    batch,
                    batch.accounts().parallelStream()
                            .map(account -> BilledAccount.of(account, prices.get()))
                            .toList());
        } catch (SQLException e) {
            throw new CompletionException(e);
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

    /// Stops reading ahead.
    @Override
    public void close() {
        ahead.shutdownNow();
        ahead.close();
    }
}
