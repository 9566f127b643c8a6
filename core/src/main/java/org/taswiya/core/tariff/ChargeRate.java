package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// What a line charges for a unit. Millions of lines share a few of them, so whoever keeps lines keeps rates apart,
/// once.
///
/// @param component the code of what is charged
/// @param block counted from one; zero where there are none
public record ChargeRate(String component, int block, Unit unit, Decimal price, Decimal taxRate, String clause) {

    public static ChargeRate of(ChargeLine line) {
        return new ChargeRate(line.component(), line.block(), line.unit(), line.price(), line.taxRate(), line.clause());
    }
}
