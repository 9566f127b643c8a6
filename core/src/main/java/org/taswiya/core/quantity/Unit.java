package org.taswiya.core.quantity;

import java.util.Optional;

/// What a quantity counts. The symbol is how books, bills and commands write it.
public enum Unit {
    KILOWATT_HOUR("kWh"),
    CUBIC_METRE("m3"),
    /// A hundred cubic feet.
    HUNDRED_CUBIC_FEET("HCF"),
    /// Of demand.
    KILOWATT("kW"),
    /// Of demand, with what does no work.
    KILOVOLT_AMPERE("kVA"),
    /// Of demand.
    HORSEPOWER("hp"),
    /// Reactive energy.
    KILOVAR_HOUR("kvarh"),
    /// A time that demand was above the subscribed power.
    EXCEEDANCE("exceedance"),
    DAY("day"),
    MONTH("month"),
    YEAR("year"),
    /// A sum of amounts of which a percentage is charged, in the currency of the tariff.
    MONEY("money");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public static Optional<Unit> ofSymbol(String symbol) {
        for (Unit unit : values()) {
            if (unit.symbol.equals(symbol)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
