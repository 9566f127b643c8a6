package org.taswiya.store.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Decimal;

/// What a meter can show.
///
/// @param meter as a message calls it, at its beginning
/// @param digits whole digits; null when unknown
record Dial(String meter, @Nullable Integer digits, int decimals) {

    /// @throws DecisionRefused when it cannot show the value
    void require(Decimal value) {
        BigDecimal shown = value.toBigDecimal().stripTrailingZeros();
        boolean fits = digits == null || shown.compareTo(BigDecimal.TEN.pow(digits)) < 0;
        if (shown.signum() < 0 || !fits || shown.scale() > decimals) {
            HoldFigures figures =
                    HoldFigures.NONE.number(DecisionRefused.VALUE, value).number(DecisionRefused.DECIMALS, decimals);
            throw new DecisionRefused(
                    DecisionRefusal.NOT_ON_THE_DIAL,
                    meter + " cannot show " + value + ": it has " + (digits == null ? "" : digits + " digits and ")
                            + decimals + " decimals",
                    digits == null ? figures : figures.number(DecisionRefused.DIGITS, digits));
        }
    }
}
