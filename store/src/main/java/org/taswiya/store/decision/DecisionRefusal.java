package org.taswiya.store.decision;

/// Why a decision about what waits was refused.
public enum DecisionRefusal {
    /// Nothing of the kind waits for a person, or no longer.
    NOT_WAITING,
    /// What keeps the bill back is no check, so that no release lets it go.
    NOT_OF_CHECKS,
    /// No other estimate helps what keeps the bill back.
    NOT_OF_ESTIMATE,
    /// It was decided otherwise before.
    DECIDED,
    /// The register cannot show the value as it came in.
    UNACCEPTABLE,
    /// Several values of a day wait, and nobody has said which one is meant.
    SEVERAL_VALUES,
    /// The meter cannot show the value that was typed.
    NOT_ON_THE_DIAL,
    /// The agreement had no meter on that day.
    NO_METER
}
