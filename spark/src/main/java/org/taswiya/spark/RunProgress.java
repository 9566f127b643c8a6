package org.taswiya.spark;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.taswiya.spark.billing.RunListener;

/// Tells on standard error how far a run is, at most once a second.
final class RunProgress implements RunListener {
    private final PrintWriter err;
    private int open;
    private long startedAt = System.nanoTime();
    private long toldAt = startedAt - TimeUnit.SECONDS.toNanos(1);

    RunProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void billing(int openRanges, int ranges) {
        open = openRanges;
        startedAt = System.nanoTime();
        say(String.format(Locale.ROOT, "billing %,d ranges, %,d were there", openRanges, ranges - openRanges));
    }

    @Override
    public synchronized void billed(int ranges, long accounts, long bills) {
        if (ranges < open && System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(1)) {
            return;
        }
        toldAt = System.nanoTime();
        double seconds = (toldAt - startedAt) / 1e9;
        say(String.format(
                Locale.ROOT,
                "%,d of %,d ranges, %,d accounts, %,d bills, %,.0f bills/s",
                ranges,
                open,
                accounts,
                bills,
                bills / seconds));
    }

    @Override
    public synchronized void numbering(int ranges) {
        say(String.format(Locale.ROOT, "numbering the bills of %,d ranges", ranges));
    }

    private void say(String words) {
        err.println("  " + words);
        err.flush();
    }
}
