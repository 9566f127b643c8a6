package org.taswiya.web.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How often something was tried from one network address. It counts addresses, not accounts, so that nobody is locked
/// out by what others try on their account.
public final class Attempts {
    static final Duration WITHIN = Duration.ofMinutes(15);

    /// More addresses than these are not remembered at once: the oldest windows are forgotten first.
    private static final int ADDRESSES_MOST = 100_000;

    private final Clock clock;
    private final int most;
    private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

    /// @param most so many within [#WITHIN] of the first
    public Attempts(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private record Window(Instant since, int count) {}

    /// Counts one more, and says whether it may be made.
    public boolean isAllowed(String address) {
        Instant now = clock.instant();
        Instant oldest = now.minus(WITHIN);
        if (windows.size() >= ADDRESSES_MOST) {
            windows.values().removeIf(window -> window.since().isBefore(oldest));
        }
        Window window = windows.compute(
                address,
                (_, before) -> before == null || before.since().isBefore(oldest)
                        ? new Window(now, 1)
                        : new Window(before.since(), before.count() + 1));
        return window.count() <= most;
    }
}
