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
    WEBHOOKS,
    /// To read and change how an account is reached.
    CONTACTS,
    /// To ask for instalments.
    INSTALMENTS,
    /// To say that somebody moves out.
    MOVES,
    /// To see who is let into an account, to let somebody in, and to end it.
    DELEGATES,
    /// To ask for something or complain, and to add to it.
    REQUESTS,
    /// To bring payments that others have taken.
    BATCHES;

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
