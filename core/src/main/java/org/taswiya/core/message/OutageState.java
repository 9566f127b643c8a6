package org.taswiya.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an outage stands.
public enum OutageState {
    PLANNED,
    /// To other times, or for another reason.
    CHANGED,
    /// Supply is back.
    ENDED,
    /// It does not take place.
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing follows it.
    public boolean isOver() {
        return this == ENDED || this == CANCELLED;
    }

    public static Optional<OutageState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
