package org.taswiya.core.tariff;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// What a period is billed by, apart from its days.
///
/// @param usage of the whole period, zero or more, in the tariff's unit
/// @param byBand time band to usage in it; they sum to the usage. Empty where usage was not measured by time band
/// @param demand time band to the highest demand in it. Empty where demand was not measured; a band that is not there
///     did not occur in the period
/// @param others what else was told of the period, each zero or more
/// @param parts what else was told in parts: time band, or month as in `2017-06`, to its number
public record BillDeterminants(
        Fraction usage,
        Map<String, Fraction> byBand,
        Map<String, Fraction> demand,
        Map<Determinant, Fraction> others,
        Map<Determinant, Map<String, Fraction>> parts) {

    public BillDeterminants {
        byBand = Map.copyOf(byBand);
        demand = Map.copyOf(demand);
        others = Map.copyOf(others);
        parts = parts.isEmpty() ? Map.of() : copied(parts);
    }

    private static Map<Determinant, Map<String, Fraction>> copied(Map<Determinant, Map<String, Fraction>> parts) {
        Map<Determinant, Map<String, Fraction>> copied = new EnumMap<>(Determinant.class);
        parts.forEach((determinant, told) -> copied.put(determinant, Map.copyOf(told)));
        return Map.copyOf(copied);
    }

    /// With nothing told in parts.
    public BillDeterminants(
            Fraction usage,
            Map<String, Fraction> byBand,
            Map<String, Fraction> demand,
            Map<Determinant, Fraction> others) {
        this(usage, byBand, demand, others, Map.of());
    }

    /// Of a meter with one register and no measured demand.
    public static BillDeterminants of(Fraction usage) {
        return new BillDeterminants(usage, Map.of(), Map.of(), Map.of());
    }

    /// Of a meter with a register for each time band.
    public static BillDeterminants of(Map<String, Fraction> byBand, Map<String, Fraction> demand) {
        Fraction usage = byBand.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        return new BillDeterminants(usage, byBand, demand, Map.of());
    }

    /// The same with what else is known of the period.
    public BillDeterminants with(Map<Determinant, Fraction> told) {
        return new BillDeterminants(usage, byBand, demand, told, parts);
    }

    /// The same with what is known of the period in parts.
    public BillDeterminants withParts(Map<Determinant, Map<String, Fraction>> told) {
        return new BillDeterminants(usage, byBand, demand, others, told);
    }

    /// @throws IllegalStateException when nothing told it: see [ResolvedTariff#gap]
    Fraction told(Determinant determinant) {
        Fraction found = others.get(determinant);
        if (found == null) {
            throw new IllegalStateException("Nothing told the " + determinant.code());
        }
        return found;
    }

    /// What was told of one time band; of the whole period where it is null.
    Optional<Fraction> find(Determinant determinant, @Nullable String band) {
        return band == null ? Optional.ofNullable(others.get(determinant)) : part(determinant, band);
    }

    /// What was told of one month.
    Optional<Fraction> find(Determinant determinant, YearMonth month) {
        return part(determinant, month.toString());
    }

    private Optional<Fraction> part(Determinant determinant, String name) {
        return Optional.ofNullable(partsOf(determinant).get(name));
    }

    /// What was told part by part; empty where nothing was.
    Map<String, Fraction> partsOf(Determinant determinant) {
        Map<String, Fraction> told = parts.get(determinant);
        return told == null ? Map.of() : told;
    }

    /// The usage of a band; of the whole period where it is null.
    Fraction usageIn(@Nullable String band) {
        return band == null ? usage : inBand(band);
    }

    /// The highest demand in a band; of the whole period where it is null.
    Fraction highestIn(@Nullable String band) {
        return band == null ? peak() : demandIn(band);
    }

    /// The highest demand in any of some bands.
    Fraction highestIn(DemandBands bands) {
        if (bands.isWhole()) {
            return peak();
        }
        Fraction highest = Fraction.ZERO;
        for (String band : bands.names()) {
            highest = highest.max(demandIn(band));
        }
        return highest;
    }

    /// The usage in a band; zero where the band did not occur.
    Fraction inBand(String band) {
        Fraction found = byBand.get(band);
        return found == null ? Fraction.ZERO : found;
    }

    /// The highest demand in a band; zero where the band did not occur.
    Fraction demandIn(String band) {
        Fraction found = demand.get(band);
        return found == null ? Fraction.ZERO : found;
    }

    /// The highest demand of the whole period.
    Fraction peak() {
        return demand.values().stream().max(Fraction::compareTo).orElse(Fraction.ZERO);
    }
}
