package org.taswiya.store.message;

import java.time.Instant;

/// One thing that happened to a message.
///
/// @param said by the other side, word for word, or found here
public record StoredAttempt(int attempt, AttemptEvent event, String said, Instant at) {}
