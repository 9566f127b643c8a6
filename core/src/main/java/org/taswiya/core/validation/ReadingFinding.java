package org.taswiya.core.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// One thing found about a reading.
///
/// @param values the numbers that caused it, by name, in the order in which they are told; exact
/// @param found a sentence with what was found
public record ReadingFinding(FindingReason reason, Severity severity, Map<String, Fraction> values, String found) {
    /// The name under which a finding says what the dial may have shown.
    public static final String SUGGESTED = "suggested";

    private static final int DECIMALS_TOLD = 3;

    public ReadingFinding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// How a number is told in a sentence.
    static String told(Fraction value) {
        return value.toCanonicalText(DECIMALS_TOLD);
    }
}
