package org.taswiya.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.SharedPrices;

/// Bills the same inputs again and again in memory, a thread a core, each with prices of its own.
///
/// The inputs are those that the store reads for a run, and every bill is made whole: lines with their derivations,
/// taxes, segments, amounts, for a settlement its proof.
final class InMemory {
    private static final int ROUNDS = 7;

    /// The compilers of the JVM are done after so many rounds.
    private static final int WARM_UP_ROUNDS = 3;

    private final List<AccountInput> inputs;
    private final int cores;
    private final double roundSeconds;

    InMemory(List<AccountInput> inputs, int cores, double roundSeconds) {
        this.inputs = List.copyOf(inputs);
        this.cores = cores;
        this.roundSeconds = roundSeconds;
    }

    /// The median of several rounds.
    BenchRow measure(String name) throws InterruptedException {
        List<SharedPrices> prices = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            prices.add(new SharedPrices());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            round(threads, prices, WARM_UP_ROUNDS * roundSeconds);
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = round(threads, prices, roundSeconds);
            }
            Arrays.sort(rates);
            long counted = (long) (rates[ROUNDS / 2] * roundSeconds);
            return BenchRow.of(name, "bills", counted, roundSeconds, cores);
        }
    }

    /// @return bills a second of all threads together
    private double round(ExecutorService threads, List<SharedPrices> prices, double seconds)
            throws InterruptedException {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (SharedPrices own : prices) {
            tasks.add(() -> rate(own, seconds));
        }
        double rate = 0;
        for (Future<Double> of : threads.invokeAll(tasks)) {
            rate += of.resultNow();
        }
        return rate;
    }

    private double rate(SharedPrices prices, double seconds) {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long bills = 0;
        while (System.nanoTime() < end) {
            for (AccountInput input : inputs) {
                for (var outcome : AccountBilling.bill(input, prices).agreements()) {
                    bills += outcome instanceof Billed(var bill)
                                    && !bill.segments().isEmpty()
                            ? 1
                            : 0;
                }
            }
        }
        return bills / ((System.nanoTime() - begin) / 1e9);
    }
}
