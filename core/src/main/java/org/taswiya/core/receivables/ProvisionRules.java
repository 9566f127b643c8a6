package org.taswiya.core.receivables;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// Which share of a debt a utility does not expect to be paid, by its age.
///
/// @param shares between nothing and all; a band that is not there is expected whole
public record ProvisionRules(Map<AgeBand, Decimal> shares) {
    public static final ProvisionRules NONE = new ProvisionRules(Map.of());

    public ProvisionRules {
        Map<AgeBand, Decimal> inOrder = new EnumMap<>(AgeBand.class);
        inOrder.putAll(shares);
        shares = Collections.unmodifiableMap(inOrder);
        for (Decimal share : shares.values()) {
            if (share.signum() < 0 || share.compareTo(Decimal.ONE) > 0) {
                throw new IllegalArgumentException("A share of " + share + " of a debt");
            }
        }
    }

    /// What is to be provided for: the shares of all bands, summed exactly and rounded once, half up.
    ///
    /// @param open by band; a band without any may be left out
    public Money needed(Map<AgeBand, Money> open) {
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<AgeBand, Decimal> share : shares.entrySet()) {
            Money owed = open.getOrDefault(share.getKey(), Money.ZERO);
            sum = sum.plus(owed.toFraction().times(share.getValue()));
        }
        return sum.toMoneyHalfUp();
    }
}
