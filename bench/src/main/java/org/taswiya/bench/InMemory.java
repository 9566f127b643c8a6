package org.taswiya.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.SharedPrices;

/// Does the same again and again in memory, a thread a core.
final class InMemory {
    private static final int ROUNDS = 7;

    /// The compilers of the JVM are done after so many rounds.
    private static final int WARM_UP_ROUNDS = 3;

    private final Supplier<LongSupplier> passes;
    private final int cores;
    private final double roundSeconds;

    /// @param passes what a thread does, made once for each: one way through it, and how many bills that were
    InMemory(Supplier<LongSupplier> passes, int cores, double roundSeconds) {
        this.passes = passes;
        this.cores = cores;
        this.roundSeconds = roundSeconds;
    }

    /// Bills of inputs that the store reads for a run, each with prices of its own thread and made whole: lines with
    /// their derivations, taxes, segments, amounts, for a settlement its proof.
    static Supplier<LongSupplier> billing(List<AccountInput> inputs) {
        return () -> {
            SharedPrices prices = new SharedPrices();
            return () -> {
                long bills = 0;
                for (AccountInput input : inputs) {
                    for (var outcome : AccountBilling.bill(input, prices).agreements()) {
                        bills += outcome instanceof Billed(var bill)
                                        && !bill.segments().isEmpty()
                                ? 1
                                : 0;
                    }
                }
                return bills;
            };
        };
    }

    /// The median of several rounds.
    BenchRow measure(String name) throws InterruptedException {
        List<LongSupplier> ofThreads = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            ofThreads.add(passes.get());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            round(threads, ofThreads, WARM_UP_ROUNDS * roundSeconds);
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rates[round] = round(threads, ofThreads, roundSeconds);
            }
            Arrays.sort(rates);
            long counted = (long) (rates[ROUNDS / 2] * roundSeconds);
            return BenchRow.of(name, "bills", counted, roundSeconds, cores);
        }
    }

    /// @return bills a second of all threads together
    private static double round(ExecutorService threads, List<LongSupplier> ofThreads, double seconds)
            throws InterruptedException {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (LongSupplier pass : ofThreads) {
            tasks.add(() -> rate(pass, seconds));
        }
        double rate = 0;
        for (Future<Double> of : threads.invokeAll(tasks)) {
            rate += of.resultNow();
        }
        return rate;
    }

    private static double rate(LongSupplier pass, double seconds) {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long bills = 0;
        while (System.nanoTime() < end) {
            bills += pass.getAsLong();
        }
        return bills / ((System.nanoTime() - begin) / 1e9);
    }
}
