package org.taswiya.core.tariff;

import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// What a line charges for a unit. Millions of lines share a few of them, so whoever keeps lines keeps rates apart,
/// once.
///
/// @param component the code of what is charged
/// @param block counted from one; zero where there are none
/// @param price per unit, on the tariff's tax basis
/// @param taxRate of value added tax, as a share of one: 0.14 for 14 in 100; zero when exempt
/// @param clause where the tariff states it
public record ChargeRate(String component, int block, Unit unit, Decimal price, Decimal taxRate, String clause) {

    public static ChargeRate of(ChargeLine line) {
        return new ChargeRate(line.component(), line.block(), line.unit(), line.price(), line.taxRate(), line.clause());
    }
}
