package org.taswiya.core.tariff;

import java.util.HashMap;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// What is told of some days of a period besides how much was used in all of it.
///
/// @param shares time band to its share of the usage; they sum to one. Empty where usage was not counted by time band
/// @param demand time band to the highest demand in it; empty where nothing counted it
/// @param others what else was told, each zero or more
public record Told(Map<String, Fraction> shares, Map<String, Fraction> demand, Map<Determinant, Fraction> others) {
    /// Nothing but the usage.
    public static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    public Told {
        shares = Map.copyOf(shares);
        demand = Map.copyOf(demand);
        others = Map.copyOf(others);
    }

    /// All that a usage of the whole period is priced by: every band has its share of it.
    BillDeterminants of(Fraction usage) {
        Map<String, Fraction> byBand = new HashMap<>();
        shares.forEach((band, share) -> byBand.put(band, usage.times(share).reduced()));
        return new BillDeterminants(usage, byBand, demand, others);
    }
}
