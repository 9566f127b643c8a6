package org.taswiya.core.customer;

import java.util.Locale;

/// What an agreement, or an account of which all have ended, is still to be given or asked for. In this order.
public enum Lack {
    /// A reading of the day on which it began: its bills begin with the first one there is, and the days before are in
    /// none.
    OPENING,
    /// A bill that reaches to the last day and settles all that was read.
    FINAL_BILL,
    /// The deposit, which can be given back now that the final bill is there.
    DEPOSIT,
    /// Credit that nothing is owed against, to be sent back.
    REFUND,
    /// What is owed and overdue, and nobody was reminded of it and nothing is arranged.
    CLAIM;

    /// How answers write it: `final-bill`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
