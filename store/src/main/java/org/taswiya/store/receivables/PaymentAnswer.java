package org.taswiya.store.receivables;

import java.util.List;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.PaymentReason;

/// What became of a payment that was brought to the books.
public sealed interface PaymentAnswer {

    /// It is in the books.
    ///
    /// @param uses what older credits of the account settled just before; none when it was taken before
    /// @param after what the account owes and has to its credit now
    /// @param isNew whether it was taken now; false when it had been before, and nothing was written
    record Taken(Receipt receipt, List<Allocation> uses, AccountItems after, boolean isNew) implements PaymentAnswer {
        public Taken {
            uses = List.copyOf(uses);
        }
    }

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    record Refused(PaymentReason reason, String found) implements PaymentAnswer {}
}
