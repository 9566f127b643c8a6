package org.taswiya.bench;

import java.util.List;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.run.BillingListener;
import org.taswiya.run.IssuedAccount;

/// Tells how far a run is, and remembers the number of its first bill.
final class Counting implements BillingListener {
    private final BenchListener listener;
    private long first = Long.MAX_VALUE;
    private long seen;

    Counting(BenchListener listener) {
        this.listener = listener;
    }

    long first() {
        return first;
    }

    @Override
    public void issued(List<IssuedAccount> accounts) {
        if (first == Long.MAX_VALUE && !accounts.isEmpty()) {
            first = accounts.getFirst().bills().getFirst().number().serial();
        }
    }

    @Override
    public void committed(Progress progress) {
        listener.done(progress.billsHere() - seen);
        seen = progress.billsHere();
    }
}
