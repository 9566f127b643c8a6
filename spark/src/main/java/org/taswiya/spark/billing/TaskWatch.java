package org.taswiya.spark.billing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;

/// Counts what tasks come to while they end, one after the other.
final class TaskWatch extends SparkListener implements AutoCloseable {
    private final SparkContext context;
    private final RunListener listener;
    private final LongAccumulator accounts;
    private final LongAccumulator bills;
    private final AtomicInteger ranges = new AtomicInteger();

    TaskWatch(SparkContext context, RunListener listener) {
        this.context = context;
        this.listener = listener;
        this.accounts = context.longAccumulator();
        this.bills = context.longAccumulator();
        context.addSparkListener(this);
    }

    /// Does the tasks of a job.
    void run(JavaRDD<RangeTally> job) {
        LongAccumulator accountsHere = accounts;
        LongAccumulator billsHere = bills;
        job.foreach(tally -> {
            accountsHere.add(tally.accounts());
            billsHere.add(tally.bills());
        });
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            listener.billed(ranges.incrementAndGet(), accounts.sum(), bills.sum());
        }
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }
}
