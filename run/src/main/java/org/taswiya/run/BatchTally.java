package org.taswiya.run;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

/// Counts what batches come to, stored or not.
final class BatchTally {
    private int batches;
    private long accounts;
    private long bills;
    private long estimated;
    private long held;
    private long failed;
    private Money total = Money.ZERO;
    private final SortedMap<String, Long> reasons = new TreeMap<>();

    void add(BilledBatch batch) {
        batches++;
        accounts += batch.inputs().accountCount();
        batch.inputs().withheld().forEach(this::add);
        for (BilledAccount account : batch.accounts()) {
            account.withheld().forEach(this::add);
            for (AgreementOutcome outcome : account.outcome().agreements()) {
                if (outcome instanceof Billed(DraftBill bill)) {
                    add(bill);
                }
            }
        }
    }

    private void add(DraftBill bill) {
        bills++;
        estimated += bill.basis() instanceof Basis.OnEstimate ? 1 : 0;
        total = total.plus(bill.total());
    }

    private void add(Withheld agreement) {
        switch (agreement.outcome()) {
            case HELD -> held++;
            case FAILED -> failed++;
        }
        reasons.merge(agreement.reasons().getFirst().code(), 1L, Long::sum);
    }

    RunTotals totals(boolean isFinished) {
        return new RunTotals(
                batches, accounts, bills, estimated, held, failed, total.minorUnits(), reasons, isFinished);
    }

    static List<Withheld> withheld(BilledBatch batch) {
        return Stream.concat(
                        batch.inputs().withheld().stream(),
                        batch.accounts().stream().flatMap(account -> account.withheld().stream()))
                .toList();
    }
}
