package org.taswiya.intake.urdb;

import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BoundBasis;

/// A unit of a block: what is counted, and what its bound is for.
///
/// @param isDaily whether it is for a day
record RateUnit(Unit unit, BoundBasis basis, boolean isDaily) {
    private static final String DAILY = " daily";
    private static final String OF_DEMAND = "/kw";

    /// `kWh`, `kWh daily`, `kWh/kW`, `kWh/kW daily`, `HCF`, `kW`, `kVA daily`, ...
    static Optional<RateUnit> of(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        boolean isDaily = name.endsWith(DAILY);
        if (isDaily) {
            name = name.substring(0, name.length() - DAILY.length()).strip();
        }
        boolean isOfDemand = name.endsWith(OF_DEMAND);
        if (isOfDemand) {
            name = name.substring(0, name.length() - OF_DEMAND.length()).strip();
        }
        BoundBasis basis = isOfDemand
                ? isDaily ? BoundBasis.DEMAND_DAY : BoundBasis.DEMAND
                : isDaily ? BoundBasis.DAY : BoundBasis.MONTH;
        return counted(name).map(unit -> new RateUnit(unit, basis, isDaily));
    }

    private static Optional<Unit> counted(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "kwh" -> Unit.KILOWATT_HOUR;
                    case "hcf", "ccf" -> Unit.HUNDRED_CUBIC_FEET;
                    case "m3" -> Unit.CUBIC_METRE;
                    case "kw" -> Unit.KILOWATT;
                    case "kva" -> Unit.KILOVOLT_AMPERE;
                    case "hp" -> Unit.HORSEPOWER;
                    default -> null;
                });
    }

    /// Whether its bound is for each unit of the highest demand.
    boolean isOfDemand() {
        return basis == BoundBasis.DEMAND || basis == BoundBasis.DEMAND_DAY;
    }

    boolean isOfUsage() {
        return unit == Unit.KILOWATT_HOUR || unit == Unit.HUNDRED_CUBIC_FEET || unit == Unit.CUBIC_METRE;
    }
}
