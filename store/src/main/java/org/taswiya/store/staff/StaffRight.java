package org.taswiya.store.staff;

import java.util.Locale;

/// What there is to be done at the console.
public enum StaffRight {
    /// To find customers and read what is known of them.
    CUSTOMERS,
    /// To read what staff did.
    TRAIL,
    /// To grant instalments, within limits.
    ARRANGEMENTS,
    /// To adjust what is owed, within limits.
    ADJUSTMENTS,
    /// To put a reading right.
    READINGS,
    /// To take a bill back.
    BILLS,
    /// To let through what others may not do alone.
    APPROVALS,
    /// To walk rounds, with a handset.
    ROUND,
    /// To see all handsets and lock them, and to say who walks a round.
    HANDSETS;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
