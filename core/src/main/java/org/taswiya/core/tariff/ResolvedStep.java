package org.taswiya.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// One step of a ladder as it counts in a period.
///
/// @param bound upper bound in the period, included; null for the open step
record ResolvedStep(@Nullable Fraction bound, BlockMode mode, Decimal price) {

    /// A ladder with its bounds scaled.
    ///
    /// @param factor how many times the published bounds count
    static List<ResolvedStep> of(List<BlockTier> tiers, Fraction factor, Proration proration) {
        return tiers.stream()
                .map(tier -> {
                    Decimal bound = tier.bound();
                    Fraction scaled = bound == null ? null : proration.bound(factor, bound);
                    return new ResolvedStep(scaled, tier.mode(), tier.price());
                })
                .toList();
    }

    boolean holds(Fraction quantity) {
        return bound == null || quantity.compareTo(bound) <= 0;
    }

    /// Where the step ends for a quantity.
    Fraction end(Fraction quantity) {
        return bound == null || bound.compareTo(quantity) > 0 ? quantity : bound;
    }
}
