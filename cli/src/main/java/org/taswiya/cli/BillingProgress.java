package org.taswiya.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.taswiya.run.BillingListener;

/// Tells on standard error how far a billing run is, at most once a second.
final class BillingProgress implements BillingListener {
    private final PrintWriter err;
    private long billedHere;
    private long toldAt = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    BillingProgress(PrintWriter err) {
        this.err = err;
    }

    /// How many bills this call made.
    long billedHere() {
        return billedHere;
    }

    @Override
    public void committed(Progress progress) {
        billedHere = progress.billsHere();
        if (System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(1)) {
            return;
        }
        toldAt = System.nanoTime();
        err.printf(
                Locale.ROOT,
                "  %,d accounts, %,d bills, %,.0f bills/s, %,d held, %,d failed%n",
                progress.accounts(),
                progress.bills(),
                progress.billsPerSecond(),
                progress.held(),
                progress.failed());
        err.flush();
    }
}
