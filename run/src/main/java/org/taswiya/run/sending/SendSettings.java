package org.taswiya.run.sending;

import java.time.Duration;
import org.taswiya.core.message.Backoff;

/// How a run of sending goes, whatever the gateway.
///
/// @param limit at most so many messages; zero for all that may go
/// @param perSecond at most so many; zero for as many as the gateway takes
/// @param failures the breaker ends the run after so many in a row
/// @param pause after the first of them; twice as long after each further one
public record SendSettings(int limit, int perSecond, int failures, Duration pause, Backoff backoff) {
    /// After how many failures in a row the breaker ends the run, when nothing else is said.
    public static final int FAILURES = 5;

    /// The usual waits.
    public static SendSettings usual(int limit, int perSecond) {
        return new SendSettings(limit, perSecond, FAILURES, Duration.ofMillis(200), Backoff.USUAL);
    }
}
