package org.taswiya.core.tariff;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// Why what was told of a period is not enough to price it.
///
/// @param component the charge that asks
/// @param found what was told; null where nothing was
/// @param expected what the charge has prices for, in words
public record DeterminantGap(
        String component, Determinant determinant, @Nullable Fraction found, String expected) {

    public boolean isMissing() {
        return found == null;
    }

    @Override
    public String toString() {
        return determinant.code() + ": found " + (found == null ? "nothing" : found) + ", but " + component
                + " is charged by it; expected " + expected;
    }
}
