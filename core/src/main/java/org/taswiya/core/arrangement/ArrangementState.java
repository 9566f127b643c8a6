package org.taswiya.core.arrangement;

import java.util.Locale;

/// How an arrangement stands.
public enum ArrangementState {
    /// What was settled reaches all that fell due.
    KEPT,
    /// It does not, and may still be made up.
    LATE,
    /// It did not in time: all of it is due, and the customer may be dunned again.
    BROKEN,
    /// All of it is settled.
    SETTLED,
    /// All of it was settled before the last instalment fell due.
    SETTLED_EARLY,
    /// Another one took its place.
    RENEGOTIATED,
    /// A person has ended it.
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether nobody is dunned or cut off for what is arranged.
    public boolean isRunning() {
        return this == KEPT || this == LATE;
    }
}
