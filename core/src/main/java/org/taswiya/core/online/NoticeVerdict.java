package org.taswiya.core.online;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.Payment;

/// What a notice comes to.
public sealed interface NoticeVerdict {

    /// Its money is booked.
    ///
    /// @param reason why not as it was asked for; null where it is
    record Booked(Payment payment, @Nullable NoticeReason reason) implements NoticeVerdict {}

    /// The card was refused: no money moves, and it is kept.
    record Noted() implements NoticeVerdict {}

    /// It was told before, and all is done.
    record Again() implements NoticeVerdict {}

    /// Nothing is booked.
    ///
    /// @param found what was found, and what to do
    record Refused(NoticeReason reason, String found) implements NoticeVerdict {}
}
