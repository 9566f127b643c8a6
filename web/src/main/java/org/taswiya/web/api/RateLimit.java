package org.taswiya.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.taswiya.store.api.ApiKey;

/// How often a key may ask: so many within a minute of the first.
final class RateLimit {
    static final int WINDOW_SECONDS = 60;

    private final Clock clock;
    private final ConcurrentMap<Long, Window> windows = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant since, int count) {}

    /// What is left.
    ///
    /// @param left requests; below zero for one that is too many
    /// @param seconds until all are there again
    record Left(int most, int left, long seconds) {
        boolean isAllowed() {
            return left >= 0;
        }
    }

    /// Counts one more.
    Left count(ApiKey key) {
        Instant now = clock.instant();
        Window window = windows.compute(
                key.id(),
                (_, before) -> before == null || !now.isBefore(before.since().plusSeconds(WINDOW_SECONDS))
                        ? new Window(now, 1)
                        : new Window(before.since(), Math.min(before.count() + 1, key.perMinute() + 1)));
        long gone = Duration.between(window.since(), now).toSeconds();
        long seconds = Math.clamp(WINDOW_SECONDS - gone, 1, WINDOW_SECONDS);
        return new Left(key.perMinute(), key.perMinute() - window.count(), seconds);
    }
}
