package org.taswiya.core.billing;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What the same volume would have cost otherwise divided, so that anyone can see what the division did.
///
/// Totals are with taxes and fixed charges, without payment duties, computed unrounded and rounded once; they need not
/// equal a sum of bills, which are rounded line by line.
///
/// @param monthWise the division that was used
/// @param lump everything in the last period
public record Proof(Money monthWise, Money lump, Division cheapest, Division dearest) {

    /// One way to divide the volume.
    ///
    /// @param usage for each period, in order
    public record Division(Money total, List<Decimal> usage) {
        public Division {
            usage = List.copyOf(usage);
        }
    }
}
