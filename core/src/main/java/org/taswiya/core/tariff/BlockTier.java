package org.taswiya.core.tariff;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// One step of a ladder of blocks: usage above the bound of the step before, up to and including its own.
///
/// @param upTo the published upper bound, included; null for the last, open step
/// @param tolerance what the utility lets pass above the published bound before the next step begins, zero or more
/// @param perPerson what each person adds to the bound, zero or more
/// @param price per unit, on the tariff's tax basis
public record BlockTier(@Nullable Decimal upTo, Decimal tolerance, Decimal perPerson, BlockMode mode, Decimal price) {
    /// How many steps a ladder may have, in whatever form it is told.
    public static final int MOST = 100;

    /// A step whose bound hangs on nobody.
    public BlockTier(@Nullable Decimal upTo, Decimal tolerance, BlockMode mode, Decimal price) {
        this(upTo, tolerance, Decimal.ZERO, mode, price);
    }

    /// The bound that counts before any person is: published bound and tolerance together; null for the open step.
    public @Nullable Decimal bound() {
        return upTo == null ? null : upTo.plus(tolerance);
    }
}
