package org.taswiya.store.rounds;

import java.util.Locale;

/// What became of an order, the surest first.
public enum OrderOutcome {
    /// An actual reading of the round's days is there.
    READ,
    /// Nobody of the utility read it, but the customer did.
    READ_BY_CUSTOMER,
    /// A reader was there and came back without a value.
    NOT_READ,
    /// An order stops reading on all of the round's days.
    SUSPENDED,
    /// Nothing is known of it.
    OPEN;

    /// How answers and files write it: `not-read`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
