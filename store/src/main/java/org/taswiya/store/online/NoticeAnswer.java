package org.taswiya.store.online;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.core.receivables.ReceiptNumber;

/// What a provider's notice has come to.
public sealed interface NoticeAnswer {

    /// All that it says is in the books, now or since it was first told.
    ///
    /// @param receipt null where the card was refused
    /// @param reason why it was not booked as it was asked for; null where it was
    /// @param isNew whether this notice has done it
    record Kept(@Nullable ReceiptNumber receipt, @Nullable NoticeReason reason, boolean isNew)
            implements NoticeAnswer {}

    /// It is kept, and nothing is booked.
    ///
    /// @param found what was found, and what to do
    record Refused(NoticeReason reason, String found) implements NoticeAnswer {}
}
