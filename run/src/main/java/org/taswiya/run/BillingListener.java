package org.taswiya.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// Sees a billing run at work. All methods do nothing unless they are written otherwise.
public interface BillingListener {

    /// The run begins, or goes on where it was. Of a run that stores nothing it is not told.
    ///
    /// @param run with what its batches came to before this process
    /// @param accountsToDo how many accounts are left
    default void begun(RunReport run, long accountsToDo) {}

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
    /// @param soFar of all batches, those before a kill too
    /// @param billsHere of this process alone
    /// @param secondsHere that this process has worked
    /// @param stageSeconds of them at each stage
    record Progress(RunTotals soFar, long billsHere, double secondsHere, Map<Stage, Double> stageSeconds) {

        public double billsPerSecond() {
            return secondsHere > 0 ? billsHere / secondsHere : 0;
        }
    }
}
