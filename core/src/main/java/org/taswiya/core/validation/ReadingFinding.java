package org.taswiya.core.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// One thing found about a reading.
///
/// @param values the numbers that caused it, by name, in the order in which they are told; exact
/// @param found a sentence with what was found
public record ReadingFinding(FindingReason reason, Severity severity, Map<String, Fraction> values, String found) {
    /// The name under which a finding says what the dial may have shown.
    public static final String SUGGESTED = "suggested";

    private static final Fraction HUNDRED = Fraction.of(100);
    private static final Fraction TEN = Fraction.of(10);

    public ReadingFinding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// How a number that was computed is told in a sentence: no finer than a clerk compares it. What a dial shows is
    /// told as it shows it, and what is exact is among the values.
    static String told(Fraction value) {
        return value.toCanonicalText(decimals(value));
    }

    /// The same number, for whoever writes it in a language of their own.
    public static Decimal rounded(Fraction value) {
        return value.toDecimal(decimals(value));
    }

    private static int decimals(Fraction value) {
        Fraction size = value.max(value.negated());
        return size.compareTo(HUNDRED) >= 0 ? 0 : size.compareTo(TEN) >= 0 ? 1 : 2;
    }
}
