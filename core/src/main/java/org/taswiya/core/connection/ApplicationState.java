package org.taswiya.core.connection;

import java.util.Locale;
import java.util.Optional;

/// How an application for a new connection stands.
public enum ApplicationState {
    /// Written down; the utility looks at its documents.
    RECEIVED,
    /// The applicant was told which documents are missing.
    INCOMPLETE,
    /// All documents that are asked for are there.
    ACCEPTED,
    /// The applicant was told what it costs.
    QUOTED,
    /// The customer agreed to the quote, and owes it.
    AGREED,
    /// Nothing of the quote is open any more.
    PAID,
    /// Somebody was told to build it.
    WORKS_ORDERED,
    /// All services are connected.
    CONNECTED,
    /// The utility does not connect.
    REFUSED,
    /// The applicant does not want it any more.
    WITHDRAWN,
    /// The quote was not paid in time.
    LAPSED;

    /// How files, tables and answers write it: `works-ordered`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ApplicationState> ofCode(String code) {
        for (ApplicationState state : values()) {
            if (state.code().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /// Whether the next step is the utility's, so that it has a target.
    public boolean isWithUtility() {
        return switch (this) {
            case RECEIVED, ACCEPTED, PAID, WORKS_ORDERED -> true;
            case INCOMPLETE, QUOTED, AGREED, CONNECTED, REFUSED, WITHDRAWN, LAPSED -> false;
        };
    }

    /// Whether no step follows.
    public boolean isOver() {
        return switch (this) {
            case CONNECTED, REFUSED, WITHDRAWN, LAPSED -> true;
            case RECEIVED, INCOMPLETE, ACCEPTED, QUOTED, AGREED, PAID, WORKS_ORDERED -> false;
        };
    }
}
