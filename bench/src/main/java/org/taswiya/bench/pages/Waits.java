package org.taswiya.bench.pages;

import java.util.Arrays;
import java.util.List;

/// How long each request waited for its answer, and what came of it. Not for use by several threads.
final class Waits {
    private static final int FIRST_ROOM = 1_024;

    private long[] nanos = new long[FIRST_ROOM];
    private int answered;
    private int failed;
    private long done;
    private double seconds;

    /// @param more things done; none of a request that failed, which does not count as answered
    void add(long waited, int more) {
        if (more == 0) {
            failed++;
            return;
        }
        if (answered == nanos.length) {
            nanos = Arrays.copyOf(nanos, answered * 2);
        }
        nanos[answered++] = waited;
        done += more;
    }

    /// @param seconds from the first request to the last answer
    static Waits all(List<Waits> each, double seconds) {
        Waits all = new Waits();
        all.nanos = each.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.answered))
                .sorted()
                .toArray();
        all.answered = all.nanos.length;
        each.forEach(one -> {
            all.failed += one.failed;
            all.done += one.done;
        });
        all.seconds = seconds;
        return all;
    }

    int answered() {
        return answered;
    }

    int failed() {
        return failed;
    }

    long done() {
        return done;
    }

    double seconds() {
        return seconds;
    }

    /// The wait within which so many of a thousand were answered; 0 where none was.
    double millis(int ofThousand) {
        int at = (int) Math.min(answered - 1L, (long) answered * ofThousand / 1_000);
        return answered == 0 ? 0 : nanos[at] / 1e6;
    }
}
