package org.taswiya.core.tariff;

import java.util.Locale;
import java.util.Optional;

/// What a bill hangs on besides its usage and its highest demand: one number of the period.
public enum Determinant {
    /// The size of the meter, as the price list names it: a diameter in millimetres or in inches.
    METER_SIZE,
    /// The size of the pipe that feeds hydrants and sprinklers alone, named like a meter's.
    FIRE_LINE_SIZE,
    /// Whether whoever is billed is entitled to a social tariff: 1, or 0.
    SOCIAL_TARIFF;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// How books, requests and answers write it: `meter-size`.
    public String code() {
        return code;
    }

    public static Optional<Determinant> ofCode(String code) {
        for (Determinant determinant : values()) {
            if (determinant.code.equals(code)) {
                return Optional.of(determinant);
            }
        }
        return Optional.empty();
    }
}
