package org.taswiya.core.budget;

import java.util.Locale;

/// How a budget plan stands.
public enum BudgetState {
    /// What was paid reaches all that fell due.
    KEPT,
    /// It does not, and the plan goes on.
    LATE,
    /// Too many amounts were missed: all that is open is due, and may be dunned.
    BROKEN,
    /// Its year is over: what is left is due, or is a credit.
    OVER,
    /// A person has ended it, or the customer has left.
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the customer is asked for its amounts only.
    public boolean isRunning() {
        return this == KEPT || this == LATE;
    }
}
