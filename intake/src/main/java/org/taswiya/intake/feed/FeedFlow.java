package org.taswiya.intake.feed;

import java.util.Locale;

/// Which way a register counts, seen from the network.
public enum FeedFlow {
    /// To the customer.
    DELIVERED,
    /// From the customer.
    RECEIVED,
    /// The first less the second; it may be below zero.
    NET;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
