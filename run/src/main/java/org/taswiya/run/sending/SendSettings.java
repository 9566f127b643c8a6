package org.taswiya.run.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.QuietHours;

/// How a run of sending goes, whatever the gateway.
///
/// @param limit at most so many messages; zero for all that may go
/// @param perSecond at most so many; zero for as many as the gateway takes
/// @param failures the breaker ends the run after so many in a row
/// @param pause after the first of them; twice as long after each further one
/// @param senders how many are at work beside each other
/// @param quietHours in which messages of the channel wait; null for none
public record SendSettings(
        int limit,
        int perSecond,
        int failures,
        Duration pause,
        Backoff backoff,
        int senders,
        @Nullable QuietHours quietHours) {
    /// After how many failures in a row the breaker ends the run, when nothing else is said.
    public static final int FAILURES = 5;

    public SendSettings {
        if (senders < 1) {
            throw new IllegalArgumentException("nobody sends: " + senders);
        }
    }

    /// The usual waits.
    public static SendSettings usual(int limit, int perSecond, int senders, @Nullable QuietHours quietHours) {
        return new SendSettings(limit, perSecond, FAILURES, Duration.ofMillis(200), Backoff.USUAL, senders, quietHours);
    }
}
