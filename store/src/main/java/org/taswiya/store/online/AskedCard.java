package org.taswiya.store.online;

import java.util.Locale;
import org.taswiya.core.online.CardAttempt;

/// What came of a customer's wish to pay by card.
public sealed interface AskedCard {

    /// It is in the books; the customer may be sent away.
    record Asked(CardAttempt attempt, String token) implements AskedCard {}

    /// Nothing was written.
    record Refused(Reason reason) implements AskedCard {}

    /// Why a customer is not sent away.
    enum Reason {
        /// There is no such bill of such an account: which of the two is wrong is not told.
        UNKNOWN_BILL,
        /// Nothing of it is due.
        NOTHING_DUE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
