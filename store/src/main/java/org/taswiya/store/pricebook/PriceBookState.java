package org.taswiya.store.pricebook;

import java.util.Locale;

/// How a price book of a home stands.
public enum PriceBookState {
    /// It waits for a second person.
    PROPOSED,
    /// It waits for its day.
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /// New bills are made by it.
    IN_USE,
    /// Bills were made by it, and another is in use now.
    REPLACED;

    /// As commands and pages write it: `in-use`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
