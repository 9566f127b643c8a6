package org.taswiya.core.tariff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a bill hangs on besides its usage and its highest demand: one number of the period.
public enum Determinant {
    /// The size of the meter, as the price list names it: a diameter in millimetres or in inches.
    METER_SIZE,
    /// The size of the pipe that feeds hydrants and sprinklers alone, named like a meter's.
    FIRE_LINE_SIZE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// How books, requests and answers write it: `meter-size`.
    public String code() {
        return code;
    }

    /// All codes, for whoever has to choose one.
    public static String codes() {
        return Arrays.stream(values()).map(Determinant::code).collect(Collectors.joining(", "));
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
