package org.taswiya.core.collector;

import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What a collector is owed for one transaction, before tax.
///
/// @param fixed for the transaction, however many bills it pays
/// @param share of its amount
public record FeeRule(Money fixed, Decimal share) {
    public static final FeeRule NONE = new FeeRule(Money.ZERO, Decimal.ZERO);

    public FeeRule {
        if (fixed.signum() < 0 || share.signum() < 0 || share.compareTo(Decimal.ONE) > 0) {
            throw new IllegalArgumentException("A fee of " + fixed + " and " + share + " of the amount");
        }
    }

    /// Rounded half up.
    public Money on(Money amount) {
        return fixed.plus(amount.toFraction().times(share).toMoneyHalfUp());
    }
}
