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
    FIRE_LINE_SIZE,
    /// How many live behind the meter.
    PERSONS,
    /// What was used in the tariff's year before the period, in its unit.
    USED_THIS_YEAR;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// How books, requests and answers write it: `meter-size`.
    public String code() {
        return code;
    }

    /// Whether it holds from a day on until another is told, as the size of a meter does. What is of one period alone
    /// is told for it and is no fact of an agreement.
    public boolean isLasting() {
        return switch (this) {
            case METER_SIZE, FIRE_LINE_SIZE, PERSONS -> true;
            case USED_THIS_YEAR -> false;
        };
    }

    /// Those of which an agreement has a number, by code, for whoever has to choose one.
    public static String factCodes() {
        return Arrays.stream(values())
                .filter(Determinant::isLasting)
                .map(Determinant::code)
                .collect(Collectors.joining(", "));
    }

    /// One of which an agreement has a number.
    public static Optional<Determinant> ofFact(String code) {
        return ofCode(code).filter(Determinant::isLasting);
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
