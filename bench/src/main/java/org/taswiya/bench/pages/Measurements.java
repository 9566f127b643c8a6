package org.taswiya.bench.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.pages.Load.Request;
import org.taswiya.bench.pages.MeasuredPages.Row;
import org.taswiya.bench.pages.ServedPages.Processor;

/// What is measured of pages that are served, one thing after the other.
///
/// @param time that one takes at most
record Measurements(ServedPages pages, Duration time, List<Row> rows, BenchListener listener) {
    Measurements(ServedPages pages, Duration time, BenchListener listener) {
        this(pages, time, new ArrayList<>(), listener);
    }

    interface Measurement {
        Waits take() throws InterruptedException;
    }

    void take(String name, Measurement measurement) throws InterruptedException {
        Processor before = pages.processor();
        Waits waits = measurement.take();
        rows.add(Row.of(name, waits, pages.processor().since(before)));
    }

    /// One waits for the other.
    ///
    /// @param most so many requests
    void oneByOne(String name, int most, Request request) throws InterruptedException {
        listener.stage(name, 0);
        take(name, () -> Load.asFastAsAnswered(1, time, number -> number < most ? request.send(number) : -1));
    }
}
