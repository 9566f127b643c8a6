package org.taswiya.core.message;

import java.time.Duration;
import java.util.Optional;

/// How long a message waits after an attempt that came to nothing: twice as long each time.
///
/// @param first after the first attempt
/// @param longest it never waits longer
/// @param attempts after so many it is given up
public record Backoff(Duration first, Duration longest, int attempts) {
    /// A minute, two, four … six hours; the twelfth attempt comes about a day after the first.
    public static final Backoff USUAL = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6), 12);

    public Backoff {
        if (first.isNegative() || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException("No backoff: " + first + " to " + longest + ", " + attempts);
        }
    }

    /// @param made how many attempts there were
    /// @return empty when it is given up
    public Optional<Duration> after(int made) {
        if (made >= attempts) {
            return Optional.empty();
        }
        Duration wait = first;
        for (int i = 1; i < made && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return Optional.of(wait.compareTo(longest) < 0 ? wait : longest);
    }
}
