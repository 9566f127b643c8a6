package org.taswiya.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.bill.BillRows;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

/// The batches of a run with their numbers and ready as rows, each made while the one before is sent.
final class NumberedBatches implements AutoCloseable {
    private final BilledBatches batches;
    private final BillNumbering numbering;
    private final RunClock clock;
    private final Ahead<NumberedBatch> ahead = new Ahead<>(this::number);

    /// A batch to be sent.
    ///
    /// @param totals of this batch alone
    record NumberedBatch(
            List<IssuedAccount> issued,
            BillRows rows,
            List<Withheld> withheld,
            String lastAccount,
            long knownChange,
            RunTotals totals) {}

    /// @param clock that is told how long numbering takes
    NumberedBatches(BilledBatches batches, BillNumbering numbering, RunClock clock) {
        this.batches = batches;
        this.numbering = numbering;
        this.clock = clock;
    }

    /// The next batch; null after the last.
    @Nullable NumberedBatch next() throws SQLException {
        return ahead.next();
    }

    private @Nullable NumberedBatch number() throws SQLException {
        BilledBatch batch = batches.next();
        return batch == null ? null : clock.timed(Stage.NUMBER, () -> numbered(batch, numbering));
    }

    /// A batch with its numbers.
    static NumberedBatch numbered(BilledBatch batch, BillNumbering numbering) {
        BillRows rows = numbering.batch();
        List<BilledAccount> accounts = new ArrayList<>();
        List<IssuedAccount> issued = new ArrayList<>();
        for (BilledAccount account : batch.accounts()) {
            BilledAccount.Issued numbered = account.issue(rows, batch.inputs().before());
            accounts.add(numbered.account());
            issued.add(numbered.forListeners());
        }
        BilledBatch written = new BilledBatch(batch.inputs(), accounts);
        BatchTally tally = new BatchTally();
        tally.add(written);
        return new NumberedBatch(
                issued,
                rows,
                BatchTally.withheld(written),
                batch.inputs().lastAccount(),
                batch.inputs().knownChange(),
                tally.totals(batch.inputs().isLast()));
    }

    @Override
    public void close() {
        ahead.close();
    }
}
