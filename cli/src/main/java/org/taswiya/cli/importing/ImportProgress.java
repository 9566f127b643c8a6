package org.taswiya.cli.importing;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.taswiya.run.receiving.ImportListener;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.StoredImport;

/// Tells on standard error how far an import is, at most once a second.
final class ImportProgress implements ImportListener {
    private final PrintWriter err;
    private long beganAt = System.nanoTime();
    private long toldAt = System.nanoTime();
    private boolean hasWaited;
    /// Whether the next batch is the first one after a kill: the rate is that of this program, not of the one before.
    private boolean isGoneOnWith;
    private long readBefore;

    ImportProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void committed(ImportTotals soFar, long share) {
        if (isGoneOnWith) {
            isGoneOnWith = false;
            readBefore = soFar.read();
            beganAt = System.nanoTime();
        }
        if (System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(1) || soFar.read() == readBefore) {
            return;
        }
        toldAt = System.nanoTime();
        long milliseconds = Math.max(1, TimeUnit.NANOSECONDS.toMillis(toldAt - beganAt));
        err.printf(
                Locale.ROOT,
                "  %,d rows, %,d rows/s, %,d rejected%n",
                soFar.read(),
                (soFar.read() - readBefore) * 1000 / milliseconds,
                soFar.rejected());
        err.flush();
    }

    @Override
    public void isDone(StoredImport before) {
        tell("import " + before.id() + " has brought this file by this mapping before; nothing of it is left to do");
    }

    @Override
    public void goesOn(StoredImport begun) {
        isGoneOnWith = true;
        tell("import " + begun.id() + " of this file did not end; it goes on, as of " + begun.on()
                + ", the day for which it was begun");
    }

    private void tell(String words) {
        err.println("taswiya: " + words);
        err.flush();
    }

    @Override
    public void waiting() {
        if (!hasWaited) {
            hasWaited = true;
            tell("a billing run is at work; the import goes on when it has ended");
        }
    }
}
