package org.taswiya.cli.billing;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.BillingListener;
import org.taswiya.run.IssuedAccount;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// Tells on standard error how far a billing run is, at most once a second, and has its documents written and its
/// metrics kept where they are wanted.
public final class BillingProgress implements BillingListener {
    private final PrintWriter err;
    private final DocumentWriter documents;
    private final BillingListener metrics;
    private long billedHere;
    private long toldAt = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    /// Writes the documents of a batch that is about to be committed.
    interface DocumentWriter {
        /// @return the digest of each
        SortedMap<BillNumber, String> write(List<IssuedAccount> accounts);
    }

    public BillingProgress(PrintWriter err) {
        this(err, _ -> Collections.emptySortedMap(), new BillingListener() {});
    }

    /// @param metrics is told how far the run is, too
    public BillingProgress(PrintWriter err, DocumentWriter documents, BillingListener metrics) {
        this.err = err;
        this.documents = documents;
        this.metrics = metrics;
    }

    @Override
    public void begun(RunReport run, long accountsToDo) {
        metrics.begun(run, accountsToDo);
    }

    @Override
    public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
        return documents.write(accounts);
    }

    /// How many bills this call made.
    long billedHere() {
        return billedHere;
    }

    @Override
    public void committed(Progress progress) {
        billedHere = progress.billsHere();
        metrics.committed(progress);
        if (System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(1)) {
            return;
        }
        toldAt = System.nanoTime();
        RunTotals soFar = progress.soFar();
        err.printf(
                Locale.ROOT,
                "  %,d accounts, %,d bills, %,.0f bills/s, %,d held, %,d failed%n",
                soFar.accounts(),
                soFar.bills(),
                progress.billsPerSecond(),
                soFar.held(),
                soFar.failed());
        err.flush();
    }
}
