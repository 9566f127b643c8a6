package org.taswiya.core.receivables;

import org.taswiya.core.quantity.Money;

/// Money that goes from a payment or a credit to an item.
///
/// @param amount above zero; below where it is taken back
/// @param stamp the duty that arose with it, beside the amount; it stays when the amount is taken back
/// @param isDirect whether the payment brought it, so that it never was a credit
public record Allocation(CreditKey from, ItemKey to, Money amount, Money stamp, boolean isDirect) {
    public Allocation {
        if (amount.isZero() || amount.signum() < 0 && isDirect || !stamp.isZero() && !isDirect) {
            throw new IllegalArgumentException("Allocation of " + amount + " from " + from + " to " + to + ", stamp "
                    + stamp + (isDirect ? ", direct" : ""));
        }
    }

    static Allocation use(CreditKey from, ItemKey to, Money amount) {
        return new Allocation(from, to, amount, Money.ZERO, false);
    }

    /// The same money, taken back: it is a credit then.
    public Allocation takenBack() {
        return use(from, to, amount.negated());
    }
}
