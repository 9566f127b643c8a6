package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.run.NumberedBatches.NumberedBatch;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.run.RunClasses;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTable.StartedRun;
import org.taswiya.store.run.Withheld;

/// One agreement billed there and then, in the transaction that has put right what its bill depends on.
///
/// It is a run off the cycle like any other, of one batch: the same reading of the books, billing, checks, numbers,
/// rows and checkpoint. It begins and ends in the caller's transaction, which holds the lock of runs, so that no other
/// run ever sees it half done.
public final class BillAtOnce {
    private BillAtOnce() {}

    /// What was made.
    ///
    /// @param withheld what waits for a person instead
    public record Made(List<IssuedBill> bills, List<Withheld> withheld) {
        public Made {
            bills = List.copyOf(bills);
            withheld = List.copyOf(withheld);
        }
    }

    /// Bills an agreement that was asked for in the same transaction.
    ///
    /// @param settings of a cycle of released agreements that names the account alone
    /// @throws BillingRefused when another run has to be finished first, or the bill cannot be of this day
    public static Made bill(Connection connection, RunSettings settings, String agreement) throws SQLException {
        CycleOrder.require(connection, settings.cycle());
        StartedRun run = RunTable.start(
                connection, settings.cycle(), settings.rules().text(), settings.accountsPerBatch(), settings.why());
        if (RunTable.lastStop(connection, run.id()) != null) {
            throw new IllegalStateException("nothing was asked for since the " + run.cycle() + ": " + agreement);
        }
        RunSettings begun = settings.with(run.cycle());
        RunPrices prices = RunPrices.of(connection, run, begun);
        LearntClasses classes = begun.classes(Map.of());
        InputBatch inputs = BillingInputs.within(connection, run.cycle(), begun.policy(), begun.tariffs(), classes)
                .read(List.of(agreement));
        SharedPrices shared = new SharedPrices();
        List<BilledAccount> accounts = inputs.accounts().stream()
                .map(account -> BilledBatches.bill(account, inputs, begun.checks(), shared))
                .toList();
        NumberedBatch batch =
                NumberedBatches.numbered(new BilledBatch(inputs, accounts), BillNumbering.of(connection, run.id()));
        prices.keep(connection, batch.issued());
        RunClasses.add(connection, run.id(), classes.takeAdded());
        BillingRun.write(connection, run, 1, batch, Collections.emptySortedMap());
        return new Made(
                batch.issued().stream()
                        .flatMap(issued -> issued.bills().stream())
                        .toList(),
                batch.withheld());
    }
}
