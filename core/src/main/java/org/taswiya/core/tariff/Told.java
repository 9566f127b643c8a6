package org.taswiya.core.tariff;

import java.util.HashMap;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// What is told of some days of a period besides how much was used in all of it.
///
/// @param shares time band to its share of the usage; they sum to one. Empty where usage was not counted by time band
/// @param demand time band to the highest demand in it; empty where nothing counted it
/// @param others what else was told, each zero or more
/// @param parts what else was told in parts, as in [BillDeterminants]
public record Told(
        Map<String, Fraction> shares,
        Map<String, Fraction> demand,
        Map<Determinant, Fraction> others,
        Map<Determinant, Map<String, Fraction>> parts) {
    /// Nothing but the usage.
    public static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    /// With nothing in parts.
    public Told(Map<String, Fraction> shares, Map<String, Fraction> demand, Map<Determinant, Fraction> others) {
        this(shares, demand, others, Map.of());
    }

    public Told {
        shares = Map.copyOf(shares);
        demand = Map.copyOf(demand);
        others = Map.copyOf(others);
        parts = Map.copyOf(parts);
    }

    /// All that a usage of the whole period is priced by: every band has its share of it.
    BillDeterminants of(Fraction usage) {
        Map<String, Fraction> byBand = new HashMap<>();
        shares.forEach((band, share) -> byBand.put(band, usage.times(share).reduced()));
        return new BillDeterminants(usage, byBand, demand, others, parts);
    }
}
