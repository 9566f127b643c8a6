package org.taswiya.acceptance.architecture.samples.tariff;

import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.taswiya.acceptance.architecture.samples.metering.SampleReading;

/// Breaks each rule of purity once, and uses readings, which use it.
public final class SampleTariff {
    final Supplier<LocalDate> today = LocalDate::now;
    final AtomicLong shared = new AtomicLong();
    final File file = new File("x");

    long millis() {
        return System.currentTimeMillis();
    }

    long sum(List<Long> values) {
        return values.parallelStream().mapToLong(Long::longValue).sum();
    }

    boolean isOf(SampleReading reading) {
        return reading.tariff() == this;
    }

    void start() {
        Thread.startVirtualThread(() -> {});
    }
}
