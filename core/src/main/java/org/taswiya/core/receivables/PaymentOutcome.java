package org.taswiya.core.receivables;

import java.util.List;
import org.taswiya.core.quantity.Money;

/// What becomes of money that came in.
public sealed interface PaymentOutcome {

    /// It is taken.
    ///
    /// @param uses what older credits of the account settled before it
    /// @param allocations what it settles itself
    /// @param stamp the duty on them
    /// @param credit what it leaves over
    /// @param after what the account then owes and has to its credit, this credit with it
    record Received(List<Allocation> uses, List<Allocation> allocations, Money stamp, Money credit, AccountItems after)
            implements PaymentOutcome {
        public Received {
            uses = List.copyOf(uses);
            allocations = List.copyOf(allocations);
        }
    }

    /// It is not booked.
    ///
    /// @param found what was found, and what to do
    record Refused(PaymentReason reason, String found) implements PaymentOutcome {}
}
