package org.taswiya.store.api;

import java.util.Locale;

/// What a key may be used for.
public enum ApiScope {
    /// To read accounts, services, readings, bills, payments and disputes.
    READ,
    /// To give what meters show.
    READINGS,
    /// To dispute bills.
    DISPUTES,
    /// To read and say what an account wants to be told.
    PREFERENCES,
    /// To be called when something has happened.
    WEBHOOKS;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
