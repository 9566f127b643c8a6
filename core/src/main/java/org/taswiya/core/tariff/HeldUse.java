package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;

/// What stays as it is while the usage of a period grows, so that its price is a curve over one number.
///
/// @param band in which all usage is, with none in the others; null where usage is shared or no band matters
/// @param told how usage is shared over time bands, the demand or the load, and all else
public record HeldUse(@Nullable String band, Told told) {
    /// Nothing but the usage.
    public static final HeldUse NOTHING = new HeldUse(null, Told.NOTHING);

    /// Shared as a use is, its demand growing with it: the load factor stays.
    ///
    /// @param use of more than nothing
    public static HeldUse withLoad(BillDeterminants use) {
        return new HeldUse(
                null, new Told(shares(use), Map.of(), use.others(), use.parts(), each(use.demand(), use.usage())));
    }

    /// Shared as a use is, with a demand that stays.
    ///
    /// @param use of more than nothing
    public static HeldUse withDemand(BillDeterminants use, Map<String, Fraction> demand) {
        return new HeldUse(null, new Told(shares(use), demand, use.others(), use.parts()));
    }

    /// One for each time band of a book, in which all usage is; one for all where it has no more than one.
    public static List<HeldUse> eachBand(Tariff tariff, Map<String, Fraction> demand) {
        Set<String> bands = tariff.timeBands();
        if (bands.size() < 2) {
            return List.of(new HeldUse(null, new Told(Map.of(), demand, Map.of())));
        }
        return bands.stream()
                .map(band -> new HeldUse(band, new Told(Map.of(band, Fraction.ONE), demand, Map.of())))
                .toList();
    }

    private static Map<String, Fraction> shares(BillDeterminants use) {
        return each(use.byBand(), use.usage());
    }

    private static Map<String, Fraction> each(Map<String, Fraction> all, Fraction usage) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().dividedBy(usage).reduced()));
    }

    /// Whether demand grows with the usage.
    public boolean isOfLoad() {
        return !told.load().isEmpty();
    }

    /// What a book asks for, or does not know, of what is held; empty where its price is a curve of this.
    public Optional<String> missing(ResolvedTariff tariff) {
        List<String> missing = new ArrayList<>();
        Set<String> bands = tariff.tariff().in(tariff.period()).timeBands();
        if (bands.size() > 1 && told.shares().isEmpty()) {
            missing.add("the usage of each time band (" + String.join(", ", bands) + ")");
        }
        Set<String> other = new TreeSet<>(told.shares().keySet());
        other.removeAll(bands);
        if (bands.size() > 1 && !other.isEmpty()) {
            missing.add("time bands " + String.join(", ", bands) + " and none of the name " + String.join(", ", other));
        }
        if (tariff.isDemandNeeded() && told.of(Fraction.ONE).demand().isEmpty()) {
            missing.add("the highest demand");
        }
        in(tariff).gap().map(DeterminantGap::toString).ifPresent(missing::add);
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", missing));
    }

    /// A tariff that knows it.
    public ResolvedTariff in(ResolvedTariff tariff) {
        return tariff.knowing(new TreeMap<>(Map.of(tariff.period().from(), told)));
    }

    /// What one more unit in each time band alone costs beside a usage that is shared as here, with a demand that stays
    /// what it is there; empty where usage is not shared.
    public NavigableMap<String, Fraction> nextUnits(ResolvedTariff tariff, Fraction usage) {
        NavigableMap<String, Fraction> next = new TreeMap<>();
        BillDeterminants use = told.of(usage);
        Fraction cost = withDemand(use, use.demand()).in(tariff).unroundedTotal(usage);
        for (String band : use.byBand().keySet()) {
            Map<String, Fraction> more = new TreeMap<>(use.byBand());
            more.merge(band, Fraction.ONE, Fraction::plus);
            BillDeterminants one =
                    new BillDeterminants(usage.plus(Fraction.ONE), more, use.demand(), use.others(), use.parts());
            Fraction dearer = withDemand(one, one.demand()).in(tariff).unroundedTotal(one.usage());
            next.put(band, dearer.minus(cost).reduced());
        }
        return next;
    }
}
