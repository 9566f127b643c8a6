package org.taswiya.core.tariff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// Why what was told of a period is not enough to price it.
///
/// @param component the charge that asks
/// @param found what was told; null where nothing was
/// @param expected what the charge has prices for, in words
public record DeterminantGap(
        String component, Determinant determinant, @Nullable Fraction found, String expected) {

    /// Where a number is asked for, whatever it is.
    ///
    /// @param band of which it is; null for the whole period
    static Optional<DeterminantGap> of(
            String component, Determinant determinant, @Nullable String band, BillDeterminants use) {
        return use.find(determinant, band).isPresent()
                ? Optional.empty()
                : Optional.of(new DeterminantGap(
                        component, determinant, null, band == null ? "a number" : "that of the time band " + band));
    }

    /// Where a power factor is asked for, which is above 0 and at most 1, or by registers.
    static Optional<DeterminantGap> ofPowerFactor(String component, BillDeterminants use) {
        Fraction found = use.others().get(Determinant.POWER_FACTOR);
        if (found == null && use.others().containsKey(Determinant.REACTIVE_ENERGY)) {
            return Optional.empty();
        }
        boolean isGood = found != null && found.signum() > 0 && found.compareTo(Fraction.ONE) <= 0;
        return isGood
                ? Optional.empty()
                : Optional.of(new DeterminantGap(
                        component, Determinant.POWER_FACTOR, found, "a number above 0 and at most 1"));
    }

    public boolean isMissing() {
        return found == null;
    }

    @Override
    public String toString() {
        return determinant.code() + ": found " + (found == null ? "nothing" : found) + ", but " + component
                + " is charged by it; expected " + expected;
    }
}
