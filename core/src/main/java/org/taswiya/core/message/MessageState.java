package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a message stands.
public enum MessageState {
    /// It waits for its turn, or for its next attempt.
    QUEUED,
    /// Whoever carries it has taken it.
    SENT,
    /// It is not tried again by this channel.
    FAILED,
    /// A person keeps it back.
    PAUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
