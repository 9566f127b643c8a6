package org.taswiya.store.receivables;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.PaymentReason;

/// What became of a payment that was to be reversed.
public sealed interface ReversalAnswer {

    /// It is reversed.
    ///
    /// @param takenBack what it had settled and settles no more, the latest use first; amounts below zero
    /// @param credit what of it was still the customer's credit, and is no more
    /// @param after what the account owes and has to its credit now
    record Reversed(Receipt receipt, LocalDate on, List<Allocation> takenBack, Money credit, AccountItems after)
            implements ReversalAnswer {
        public Reversed {
            takenBack = List.copyOf(takenBack);
        }
    }

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(PaymentReason reason, String found) implements ReversalAnswer {}
}
