package org.taswiya.core.quantity;

import java.util.Optional;

/// What a quantity counts. The symbol is how books, bills and commands write it.
public enum Unit {
    KILOWATT_HOUR("kWh"),
    CUBIC_METRE("m3"),
    MONTH("month");

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
