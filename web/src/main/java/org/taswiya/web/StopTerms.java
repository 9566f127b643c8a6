package org.taswiya.web;

import java.time.Duration;

/// How the server ends.
///
/// @param drain how long it still takes requests while it says that none should come
/// @param within how long those that have come may take then
public record StopTerms(Duration drain, Duration within) {
    static final StopTerms USUAL = new StopTerms(Duration.ZERO, Duration.ofSeconds(20));
}
