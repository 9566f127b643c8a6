package org.taswiya.run;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.billing.RunTotals;

/// Sees a billing run at work. All methods do nothing unless they are written otherwise.
public interface BillingListener {

    /// The bills of a batch have their numbers and are about to be committed. What is made of them now is made again
    /// and the same should the program be killed before the commit.
    default void issued(List<IssuedAccount> accounts) {}

    /// The same, for whoever writes the documents of bills.
    ///
    /// @return the digest of each document that was written, kept with the bills
    default SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
        return Collections.emptySortedMap();
    }

    /// A batch is committed.
    default void committed(Progress progress) {}

    /// How far this run is.
    ///
    /// @param accounts, bills, held, failed of all batches so far, those before a kill too
    /// @param billsHere of this process alone
    /// @param secondsHere that this process has worked
    record Progress(
            int batches, long accounts, long bills, long held, long failed, long billsHere, double secondsHere) {

        /// @param soFar of all batches
        /// @param startedAt of the process, by [System#nanoTime]
        static Progress of(RunTotals soFar, long billsHere, long startedAt) {
            return new Progress(
                    soFar.batches(),
                    soFar.accounts(),
                    soFar.bills(),
                    soFar.held(),
                    soFar.failed(),
                    billsHere,
                    (System.nanoTime() - startedAt) / 1e9);
        }

        public double billsPerSecond() {
            return secondsHere > 0 ? billsHere / secondsHere : 0;
        }
    }
}
