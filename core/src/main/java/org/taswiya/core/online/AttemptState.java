package org.taswiya.core.online;

import java.util.Locale;

/// How far an attempt is.
public enum AttemptState {
    /// It is in the books, and the provider has not been told.
    ASKED,
    /// The customer was sent to the provider's page.
    REDIRECTED,
    /// The provider has the money, and so it is in the books.
    AUTHORISED,
    /// The card was refused. Another card may still be taken.
    REFUSED,
    /// Nothing was heard in time. Money that comes later is booked all the same.
    EXPIRED,
    /// What was paid goes back to the card.
    REFUNDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
