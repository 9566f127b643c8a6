package org.taswiya.server.simulator;

import java.util.Arrays;
import java.util.List;

/// What a simulated collector has in its own log at the end.
///
/// @param log in the order in which transactions ended
/// @param payNanos of every payment's message that was told once, after the warm-up, and answered; without order
/// @param elapsedNanos after the warm-up
/// @param broken answers to repeated messages that were other than the first; none, if all is well
public record Simulated(List<Entry> log, List<Long> payNanos, long elapsedNanos, List<String> broken) {
    public Simulated {
        log = List.copyOf(log);
        payNanos = List.copyOf(payNanos);
        broken = List.copyOf(broken);
    }

    /// A transaction as the collector knows it.
    ///
    /// @param state the state or the reason that was answered last, such as `confirmed` or `already-closed`
    public record Entry(String transaction, String account, String amount, String state) {
        public boolean isPaid() {
            return state.equals("paid") || state.equals("confirmed");
        }
    }

    public long paid() {
        return log.stream().filter(Entry::isPaid).count();
    }

    /// Whole payments a second.
    public long paymentsPerSecond() {
        return elapsedNanos == 0 ? 0 : payNanos.size() * 1_000_000_000L / elapsedNanos;
    }

    /// So many microseconds or less took this share of payments.
    ///
    /// @param perMille for example 990 for all but one of a hundred
    public long payMicros(int perMille) {
        if (payNanos.isEmpty()) {
            return 0;
        }
        long[] sorted = payNanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int at = (int) Math.min(sorted.length - 1L, (long) sorted.length * perMille / 1000);
        return Arrays.stream(sorted).skip(at).findFirst().orElse(0) / 1000;
    }
}
