package org.taswiya.core.billing;

import org.taswiya.core.quantity.Decimal;

/// How the usage of a gap is divided over the periods inside it.
public sealed interface AllocationPolicy {

    /// In proportion to days.
    record ByDays() implements AllocationPolicy {}

    /// In proportion to what was estimated; the current period weighs its days at the billed daily average.
    record EstimateShape() implements AllocationPolicy {}

    /// The cheapest for the customer in which no period moves from its share by days by more than the tolerance.
    ///
    /// @param tolerance a fraction of the share by days, zero to one
    record Favourable(Decimal tolerance) implements AllocationPolicy {
        public static final Decimal TOLERANCE_DEFAULT = new Decimal(1, 1);
    }

    /// How commands and policies write it.
    default String code() {
        return switch (this) {
            case ByDays _ -> "days";
            case EstimateShape _ -> "estimate-shape";
            case Favourable _ -> "favourable";
        };
    }
}
