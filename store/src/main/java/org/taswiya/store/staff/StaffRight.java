package org.taswiya.store.staff;

import java.util.Locale;

/// What there is to be done at the console.
public enum StaffRight {
    /// To find customers and read what is known of them.
    CUSTOMERS,
    /// To read what staff did.
    TRAIL,
    /// To walk rounds, with a handset.
    ROUND,
    /// To see all handsets and lock them, and to say who walks a round.
    HANDSETS;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
