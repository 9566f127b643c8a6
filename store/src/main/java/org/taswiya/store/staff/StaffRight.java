package org.taswiya.store.staff;

import java.util.Locale;

/// What there is to be done at the console.
public enum StaffRight {
    /// To find customers and read what is known of them.
    CUSTOMERS,
    /// To read what staff did.
    TRAIL;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
