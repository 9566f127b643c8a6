package org.taswiya.core.care;

import java.util.Locale;

/// How a request stands.
public enum RequestState {
    /// Nobody has answered, or not since it was opened again.
    OPEN,
    ANSWERED,
    /// There is nothing more to do, with an answer or without.
    CLOSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
