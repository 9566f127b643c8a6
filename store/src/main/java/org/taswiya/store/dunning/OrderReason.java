package org.taswiya.store.dunning;

import java.util.Locale;

/// Why an order is not decided so.
public enum OrderReason {
    /// There is no such order.
    UNKNOWN_ORDER,
    /// It was decided before.
    ALREADY_DECIDED,
    /// Whoever approves it had proposed it.
    OWN_APPROVAL,
    /// Before the day on which it was proposed, or on a day to come.
    WRONG_DAY,
    /// Nothing is overdue any more.
    NOTHING_OVERDUE,
    /// Something stops disconnection now.
    STOPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
