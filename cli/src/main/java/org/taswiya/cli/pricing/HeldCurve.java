package org.taswiya.cli.pricing;

import java.util.NavigableMap;
import org.taswiya.cli.pricing.CurveWords.Named;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.core.tariff.PriceCurve;

/// What the next unit costs while something is held.
///
/// @param beside what one more unit in each time band alone costs beside the use that is held; empty where none is
record HeldCurve(HeldUse held, PriceCurve curve, NavigableMap<String, Fraction> beside) {
    /// As its line in a picture is called.
    Named named() {
        return new Named(held.band() == null ? "as held" : held.band(), curve);
    }

    String inWords() {
        return HeldWords.of(held);
    }
}
