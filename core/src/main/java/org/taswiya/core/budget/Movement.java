package org.taswiya.core.budget;

import java.time.LocalDate;
import org.taswiya.core.quantity.Money;

/// A document of an account that stands: what was cancelled, reversed or taken back is none.
///
/// @param amount of what is billed above zero when it is owed, below when it is a credit; of what is paid above zero
///     when money came in, below when it was given back
public record Movement(Kind kind, LocalDate on, Money amount) {

    /// Which side of the subtraction it is on.
    public enum Kind {
        BILLED,
        PAID
    }
}
