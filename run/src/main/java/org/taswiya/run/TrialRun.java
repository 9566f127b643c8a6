package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

/// Bills a cycle and stores nothing: the report of the run that would be, from the same reading and the same billing.
public final class TrialRun {
    private TrialRun() {}

    /// Bills all accounts.
    ///
    /// @param withheld is given each agreement that would get no bill
    /// @return what the real run would come to, begun now
    /// @throws BillingRefused when the real run would be refused
    public static RunTotals execute(
            Database database, RunSettings settings, BillingListener listener, Consumer<Withheld> withheld) {
        RunClock clock = new RunClock();
        try (Connection reader = database.connect()) {
            CycleOrder.require(reader, settings.cycle());
            return execute(database, settings, listener, withheld, clock);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static RunTotals execute(
            Database database,
            RunSettings settings,
            BillingListener listener,
            Consumer<Withheld> withheld,
            RunClock clock)
            throws SQLException {
        try (BilledBatches batches = BilledBatches.ofTrial(database, settings, clock)) {
            BatchTally tally = new BatchTally();
            for (BilledBatch batch = batches.next(); batch != null; batch = batches.next()) {
                tally.add(batch);
                BatchTally.withheld(batch).forEach(withheld);
                RunTotals soFar = tally.totals(false);
                listener.committed(clock.progress(soFar, soFar.bills()));
            }
            return tally.totals(true);
        }
    }
}
