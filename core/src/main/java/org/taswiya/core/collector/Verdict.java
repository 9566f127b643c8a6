package org.taswiya.core.collector;

import org.jspecify.annotations.Nullable;

/// What a message does.
public sealed interface Verdict {

    /// It is done, or was before.
    ///
    /// @param effect what has to happen in the books
    /// @param after the transaction then; a payment's receipt is still to be put in
    record Done(Effect effect, Known after) implements Verdict {}

    /// It does nothing.
    ///
    /// @param found what was found, and what to do
    /// @param after the transaction then; as it was where the refusal is not of the transaction
    record Refused(
            CollectorReason reason, String found, @Nullable Known after) implements Verdict {}

    /// What happens in the books.
    enum Effect {
        NOTHING,
        TAKE_PAYMENT,
        REVERSE_PAYMENT
    }
}
