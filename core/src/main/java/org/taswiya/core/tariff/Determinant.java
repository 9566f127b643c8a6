package org.taswiya.core.tariff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Decimal;

/// What a bill hangs on besides its usage and its highest demand: a number of the period, or some by time band or
/// by month.
public enum Determinant {
    /// The size of the meter, as the price list names it: a diameter in millimetres or in inches.
    METER_SIZE,
    /// The size of the pipe that feeds hydrants and sprinklers alone, named like a meter's.
    FIRE_LINE_SIZE,
    /// How many live behind the meter.
    PERSONS,
    /// What was used in the tariff's year before the period, in its unit.
    USED_THIS_YEAR,
    /// What was charged in the tariff's year before the period, before tax, in the tariff's currency.
    CHARGED_THIS_YEAR,
    /// On how many days of the tariff's year before the period there was supply.
    DAYS_THIS_YEAR,
    /// Whether supply ends with the period: 1, or 0.
    FINAL_BILL,
    /// What was used in a month of the last winter on average, in the tariff's unit.
    WINTER_AVERAGE,
    /// The power that the customer subscribed to, in the unit of the demand.
    SUBSCRIBED_POWER(Parts.BANDS),
    /// How many times demand was above the subscribed power.
    EXCEEDANCES(Parts.BANDS),
    /// The highest demand of each month before the one in which the period begins.
    PAST_DEMAND(Parts.MONTHS),
    /// Reactive energy of the period, in kvarh.
    REACTIVE_ENERGY(Parts.BANDS),
    /// The power factor of the period, cos phi.
    POWER_FACTOR,
    /// Energy of the period that was fed in, in the unit of the usage.
    EXPORTED_ENERGY(Parts.BANDS),
    /// Energy that was fed in before and is carried into the period.
    CARRIED_IN(Parts.BANDS),
    /// Whether whoever is billed is entitled to a social tariff: 1, or 0.
    SOCIAL_TARIFF;

    /// In which parts one may be told.
    public enum Parts {
        /// One number.
        NONE,
        /// One number, or one for each time band.
        BANDS,
        /// One number for each month, named as in `2017-06`.
        MONTHS
    }

    private final Parts parts;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Determinant() {
        this(Parts.NONE);
    }

    Determinant(Parts parts) {
        this.parts = parts;
    }

    public Parts parts() {
        return parts;
    }

    /// How books, requests and answers write it: `meter-size`.
    public String code() {
        return code;
    }

    /// Whether it holds from a day on until another is told, as the size of a meter does.
    public boolean isLasting() {
        return switch (this) {
            case METER_SIZE, FIRE_LINE_SIZE, PERSONS, WINTER_AVERAGE, SUBSCRIBED_POWER, SOCIAL_TARIFF -> true;
            case USED_THIS_YEAR, EXCEEDANCES, PAST_DEMAND, REACTIVE_ENERGY, POWER_FACTOR -> false;
            case EXPORTED_ENERGY, CARRIED_IN, CHARGED_THIS_YEAR, DAYS_THIS_YEAR, FINAL_BILL -> false;
        };
    }

    /// Whether the bills and the intervals before a period say it, and from when to when there was supply.
    public boolean isOfPast() {
        return switch (this) {
            case USED_THIS_YEAR, PAST_DEMAND, CARRIED_IN, CHARGED_THIS_YEAR, DAYS_THIS_YEAR, FINAL_BILL -> true;
            case METER_SIZE, FIRE_LINE_SIZE, PERSONS, WINTER_AVERAGE, SUBSCRIBED_POWER, SOCIAL_TARIFF -> false;
            case EXPORTED_ENERGY, REACTIVE_ENERGY, EXCEEDANCES, POWER_FACTOR -> false;
        };
    }

    /// Whether a register of its own counts it, so that a period has what it shows at its end less what it showed at
    /// its beginning.
    public boolean isRegistered() {
        return switch (this) {
            case EXPORTED_ENERGY, REACTIVE_ENERGY, EXCEEDANCES -> true;
            case METER_SIZE, FIRE_LINE_SIZE, PERSONS, WINTER_AVERAGE, SUBSCRIBED_POWER, SOCIAL_TARIFF -> false;
            case USED_THIS_YEAR, PAST_DEMAND, POWER_FACTOR, CARRIED_IN -> false;
            case CHARGED_THIS_YEAR, DAYS_THIS_YEAR, FINAL_BILL -> false;
        };
    }

    /// Whether an agreement has a number of it: one that lasts, what its register shows on a day, or what is carried
    /// into a day, was charged in the year before it or was the highest demand of its month, as from an old system. All
    /// else is of one period alone and told for it.
    public boolean isFact() {
        return isLasting() || isRegistered() || this == CARRIED_IN || this == CHARGED_THIS_YEAR || this == PAST_DEMAND;
    }

    /// Whether a number may be of it, whatever the tariff that asks.
    public boolean takes(Decimal value) {
        return value.signum() >= 0
                && switch (this) {
                    case PERSONS, EXCEEDANCES -> value.scale() == 0;
                    case SOCIAL_TARIFF -> value.isZero() || value.equals(Decimal.ONE);
                    case METER_SIZE, FIRE_LINE_SIZE -> !value.isZero();
                    case USED_THIS_YEAR, CHARGED_THIS_YEAR, WINTER_AVERAGE, SUBSCRIBED_POWER, PAST_DEMAND -> true;
                    case REACTIVE_ENERGY, POWER_FACTOR, EXPORTED_ENERGY, CARRIED_IN -> true;
                    case DAYS_THIS_YEAR, FINAL_BILL -> true;
                };
    }

    /// Which number it takes, for whoever wrote another.
    public String expected() {
        return switch (this) {
            case PERSONS -> "a whole number of persons, zero or more";
            case SOCIAL_TARIFF -> "1 for whoever is entitled, or 0";
            case METER_SIZE, FIRE_LINE_SIZE -> "a size above zero";
            case EXCEEDANCES -> "what its register shows, a whole number, zero or more";
            case REACTIVE_ENERGY, EXPORTED_ENERGY -> "what its register shows, zero or more";
            case USED_THIS_YEAR, CHARGED_THIS_YEAR, WINTER_AVERAGE -> "a number, zero or more";
            case SUBSCRIBED_POWER, PAST_DEMAND -> "a number, zero or more";
            case POWER_FACTOR, CARRIED_IN, DAYS_THIS_YEAR, FINAL_BILL -> "a number, zero or more";
        };
    }

    /// Those of which an agreement has a number, by code, for whoever has to choose one.
    public static String factCodes() {
        return Arrays.stream(values())
                .filter(Determinant::isFact)
                .map(Determinant::code)
                .collect(Collectors.joining(", "));
    }

    /// One of which an agreement has a number.
    public static Optional<Determinant> ofFact(String code) {
        return ofCode(code).filter(Determinant::isFact);
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
