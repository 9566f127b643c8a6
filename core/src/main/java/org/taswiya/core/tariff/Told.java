package org.taswiya.core.tariff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Fraction;

/// What is told of some days of a period besides how much was used in all of it.
///
/// @param shares time band to its share of the usage; they sum to one. Empty where usage was not counted by time band
/// @param demand time band to the highest demand in it; empty where nothing counted it
/// @param others what else was told, each zero or more
/// @param parts what else was told in parts, as in [BillDeterminants]
/// @param load time band to the highest demand in it for each unit of usage, where demand grows with the usage and
///     none is told; empty where it is the same at every usage
public record Told(
        Map<String, Fraction> shares,
        Map<String, Fraction> demand,
        Map<Determinant, Fraction> others,
        Map<Determinant, Map<String, Fraction>> parts,
        Map<String, Fraction> load) {
    /// Nothing but the usage.
    public static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    /// With demand that is the same at every usage.
    public Told(
            Map<String, Fraction> shares,
            Map<String, Fraction> demand,
            Map<Determinant, Fraction> others,
            Map<Determinant, Map<String, Fraction>> parts) {
        this(shares, demand, others, parts, Map.of());
    }

    /// With nothing in parts.
    public Told(Map<String, Fraction> shares, Map<String, Fraction> demand, Map<Determinant, Fraction> others) {
        this(shares, demand, others, Map.of());
    }

    public Told {
        shares = Map.copyOf(shares);
        demand = Map.copyOf(demand);
        others = Map.copyOf(others);
        parts = Map.copyOf(parts);
        load = Map.copyOf(load);
    }

    /// All that a usage of the whole period is priced by: every band has its share of it.
    BillDeterminants of(Fraction usage) {
        Map<String, Fraction> highest = load.isEmpty() ? demand : times(load, usage);
        return new BillDeterminants(usage, times(shares, usage), highest, others, parts);
    }

    private static Map<String, Fraction> times(Map<String, Fraction> each, Fraction usage) {
        Map<String, Fraction> all = new HashMap<>();
        each.forEach((band, one) -> all.put(band, usage.times(one).reduced()));
        return all;
    }

    /// Adds the usage at which the highest demand in some bands reaches one, where it grows with the usage.
    void addReached(Fraction demand, DemandBands bands, List<Fraction> bends) {
        if (!load.isEmpty()) {
            Fraction each = of(Fraction.ONE).highestIn(bands);
            if (each.signum() > 0) {
                bends.add(demand.dividedBy(each).reduced());
            }
        }
    }
}
