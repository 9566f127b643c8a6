package org.taswiya.store.online;

import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.quantity.Money;

/// What came of a wish to pay by card.
public sealed interface WishedCard {

    /// The customer may be sent to the provider.
    ///
    /// @param isNew false where the same was wished before and nothing was heard of it: it is the same attempt, so that
    ///     a form that is sent twice, from two windows or after going back, is no second payment
    record Sent(CardAttempt attempt, String token, boolean isNew) implements WishedCard {}

    /// What is due is no longer what they were shown. Nothing was written.
    record Changed(Money due) implements WishedCard {}

    /// Something else of the account is being paid, and nothing was heard of it yet. Nothing was written.
    record Underway(StandingAttempt other) implements WishedCard {}

    /// The part is more than all of it. Nothing was written.
    record TooMuch(Money due) implements WishedCard {}

    /// There is no such bill of such an account: which of the two is wrong is not told.
    record Unknown() implements WishedCard {}
}
