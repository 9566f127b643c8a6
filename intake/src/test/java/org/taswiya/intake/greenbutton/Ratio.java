package org.taswiya.intake.greenbutton;

import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Exact ratios as tables write them: `5/18`, `28316.846592`.
final class Ratio {
    private Ratio() {}

    static Fraction of(String text) {
        String[] parts = text.split("/");
        Fraction numerator = Fraction.of(Decimal.parse(parts[0]));
        return parts.length == 1 ? numerator : numerator.dividedBy(Fraction.of(Decimal.parse(parts[1])));
    }
}
