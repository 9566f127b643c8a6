package org.taswiya.store.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// What a meter can show.
///
/// @param meter as a message calls it, at its beginning
/// @param digits whole digits; null when unknown
record Dial(String meter, @Nullable Integer digits, int decimals) {

    /// @throws IllegalArgumentException when it cannot show the value
    void require(Decimal value) {
        BigDecimal shown = value.toBigDecimal().stripTrailingZeros();
        boolean fits = digits == null || shown.compareTo(BigDecimal.TEN.pow(digits)) < 0;
        if (shown.signum() < 0 || !fits || shown.scale() > decimals) {
            throw new IllegalArgumentException(meter + " cannot show " + value + ": it has "
                    + (digits == null ? "" : digits + " digits and ") + decimals + " decimals");
        }
    }
}
