package org.taswiya.core.interval;

/// Bytes that are no series: not as [IntervalBytes] writes them, or changed since.
public final class BadIntervalBytes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadIntervalBytes(String found) {
        super("no intervals: " + found);
    }
}
