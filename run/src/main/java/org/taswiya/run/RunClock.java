package org.taswiya.run;

import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.taswiya.run.BillingListener.Progress;
import org.taswiya.store.run.RunTotals;

/// How long this process has worked on a run, and how much of it at each stage. Stages run beside each other, so
/// theirs may come to more than the whole.
final class RunClock {
    private static final double NANOS = 1e9;

    private final long startedAt = System.nanoTime();
    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

    RunClock() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
        }
    }

    /// What is timed.
    interface Work<T> {
        T done() throws SQLException;
    }

    /// Does something and counts the time it takes for a stage.
    <T> T timed(Stage stage, Work<T> work) throws SQLException {
        long begin = System.nanoTime();
        try {
            return work.done();
        } finally {
            nanos.getOrDefault(stage, new LongAdder()).add(System.nanoTime() - begin);
        }
    }

    /// @param soFar of all batches
    /// @param billsHere of this process alone
    Progress progress(RunTotals soFar, long billsHere) {
        Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        nanos.forEach((stage, worked) -> seconds.put(stage, worked.sum() / NANOS));
        return new Progress(
                soFar, billsHere, (System.nanoTime() - startedAt) / NANOS, Collections.unmodifiableMap(seconds));
    }
}
