package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.run.ParallelBill.Cause;
import org.taswiya.run.ParallelBill.Side;
import org.taswiya.run.ParallelReport.Sums;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.run.RunTotals;
import org.taswiya.store.run.Withheld;

/// Bills a cycle, stores nothing, and sets each bill beside what the old system billed the agreement.
///
/// What is compared is what the two *claim*: a customer who gets the bill of either has to pay that. The bills of the
/// old system are in memory as sums by agreement, and the differences that are named; of ours a few batches.
public final class ParallelRun {
    /// The largest first; of equal ones the agreement with the lower reference.
    private static final Comparator<ParallelBill> LARGEST = Comparator.comparing(
                    (ParallelBill bill) -> withoutSign(bill.difference()))
            .reversed()
            .thenComparing(ParallelBill::agreement);

    private final int largestMost;
    private final SortedMap<String, Side> theirs = new TreeMap<>();
    private final SortedMap<Cause, Sums> byCause = new TreeMap<>();
    private final SortedMap<String, Long> held = new TreeMap<>();
    private final PriorityQueue<ParallelBill> largest = new PriorityQueue<>(LARGEST.reversed());

    private ParallelRun(Collection<FormerBill> theirs, int largestMost) {
        this.largestMost = largestMost;
        for (FormerBill bill : theirs) {
            this.theirs.merge(bill.agreement(), Side.of(bill), Side::plus);
        }
        for (Cause cause : Cause.values()) {
            byCause.put(cause, Sums.NONE);
        }
    }

    /// Bills all accounts.
    ///
    /// @param theirs bills of the old system for the same cycle
    /// @param largestMost how many differences are named
    /// @throws BillingRefused when the real run would be refused
    public static ParallelReport execute(
            Database database,
            RunSettings settings,
            Collection<FormerBill> theirs,
            int largestMost,
            BillingListener listener) {
        ParallelRun run = new ParallelRun(theirs, largestMost);
        try (Connection reader = database.connect()) {
            CycleOrder.require(reader, settings.cycle());
            run.bill(database, settings, listener);
            run.addOnlyTheirs(reader, settings);
            return run.report();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void bill(Database database, RunSettings settings, BillingListener listener) throws SQLException {
        RunClock clock = new RunClock();
        BatchTally tally = new BatchTally();
        try (BilledBatches batches = BilledBatches.ofTrial(database, settings, clock)) {
            for (BilledBatch batch = batches.next(); batch != null; batch = batches.next()) {
                compare(batch);
                tally.add(batch);
                RunTotals soFar = tally.totals(false);
                listener.committed(clock.progress(soFar, soFar.bills()));
            }
        }
    }

    private void compare(BilledBatch batch) {
        for (BilledAccount account : batch.accounts()) {
            for (AgreementOutcome outcome : account.outcome().agreements()) {
                if (outcome instanceof Billed(DraftBill bill)) {
                    add(ParallelBill.of(theirs.remove(bill.agreement()), bill));
                }
            }
        }
        for (Withheld withheld : BatchTally.withheld(batch)) {
            add(ParallelBill.held(theirs.remove(withheld.agreement()), withheld));
            held.merge(withheld.reasons().getFirst().code(), 1L, Long::sum);
        }
    }

    private void addOnlyTheirs(Connection reader, RunSettings settings) throws SQLException {
        Set<String> known = RecordsThere.agreements(reader, theirs.keySet()).keySet();
        String nothing =
                "nothing is left to bill here up to " + settings.cycle().billTo();
        theirs.forEach((agreement, side) -> add(ParallelBill.onlyTheirs(
                agreement, side, known.contains(agreement) ? nothing : "the agreement is not known here")));
    }

    private void add(ParallelBill bill) {
        byCause.merge(bill.cause(), Sums.of(bill), Sums::plus);
        if (bill.cause() != Cause.SAME) {
            largest.add(bill);
            if (largest.size() > largestMost) {
                largest.remove();
            }
        }
    }

    private ParallelReport report() {
        List<ParallelBill> named = new ArrayList<>(largest);
        named.sort(LARGEST);
        return new ParallelReport(byCause, held, named);
    }

    private static Money withoutSign(Money money) {
        return money.signum() < 0 ? money.negated() : money;
    }
}
