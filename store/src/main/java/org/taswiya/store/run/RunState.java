package org.taswiya.store.run;

import java.util.Locale;

/// How far a run is.
public enum RunState {
    /// Every account was looked at.
    FINISHED,
    /// It was killed, or is at work.
    UNFINISHED,
    /// Somebody gave it up before its end.
    ABANDONED,
    /// It was tried, and nothing was stored.
    TRIAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
