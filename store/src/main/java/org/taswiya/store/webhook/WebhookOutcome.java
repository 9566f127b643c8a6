package org.taswiya.store.webhook;

import java.util.Locale;

/// What came of a call.
public enum WebhookOutcome {
    /// Answered with 200 to 299.
    TAKEN,
    /// Answered with anything else.
    REFUSED,
    /// Answered that it is there no more.
    GONE,
    /// Not answered in time, or cut off.
    NO_ANSWER,
    /// Nobody is there.
    NOT_REACHABLE,
    /// It is within a house, where nobody is called.
    NOT_PUBLIC,
    /// Its secret was sealed by another key than ours.
    NOT_SIGNED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
