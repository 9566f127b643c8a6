package org.taswiya.core.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.ResolvedTariffs;
import org.taswiya.core.tariff.Tariff;

/// What the bills of many accounts have in common: tariffs resolved for their periods, and what every division of a
/// volume over those periods costs.
///
/// One for each run, or for each thread of it: not to be used by two threads at once. It changes no outcome, only how
/// soon it comes. It keeps a bounded amount and forgets it all when that is reached.
public final class SharedPrices {

    private static final int KINDS_MAX = 512;
    private static final int RESOLVED_MAX = 2048;
    private static final int SHAPES_MAX = 512;

    /// A table reaches to a round number of steps, so that customers with different volumes share it.
    private static final long[] HORIZONS = {1L << 12, 1L << 16, 1L << 20, 1L << 26};

    /// Periods by what they cost, whatever their dates.
    private record Key(List<Integer> kinds, int decimals, long horizon) {}

    private final ResolvedTariffs resolved = new ResolvedTariffs();

    /// By identity: to compare two price books takes longer than to ask one.
    private final IdentityHashMap<Tariff, Boolean> ofUsageAlone = new IdentityHashMap<>();

    private final Map<ResolvedTariff, Integer> kindOf = new HashMap<>();
    private final List<ResolvedTariff> kinds = new ArrayList<>();
    private final Set<Key> metOnce = new HashSet<>();
    private final Map<Key, Optional<DivisionTable>> tables = new HashMap<>();

    /// Nothing shared yet.
    public SharedPrices() {}

    /// The tariff for a period that it covers.
    ///
    /// @throws IllegalArgumentException as [Tariff#resolve] does
    public ResolvedTariff resolve(Tariff tariff, DateRange period, int households) {
        return resolved.resolve(tariff, period, households);
    }

    /// What [Tariff#isOfUsageAlone] says, looked for once: it asks all components of all versions.
    boolean isOfUsageAlone(Tariff tariff) {
        Boolean known = ofUsageAlone.get(tariff);
        if (known != null) {
            return known;
        }
        if (ofUsageAlone.size() == KINDS_MAX) {
            ofUsageAlone.clear();
        }
        boolean isOfUsageAlone = tariff.isOfUsageAlone();
        ofUsageAlone.put(tariff, isOfUsageAlone);
        return isOfUsageAlone;
    }

    /// The table for some periods; null where there is none, or not yet: for a gap that nobody shares it is not worth
    /// its making, and nobody shares what was told of one agreement.
    @Nullable DivisionTable divisions(List<ResolvedTariff> tariffs, int decimals, long total) {
        long horizon = horizon(total);
        if (horizon < 0 || tariffs.size() > DivisionTable.PERIODS_MAX) {
            return null;
        }
        for (ResolvedTariff tariff : tariffs) {
            if (!tariff.told().isEmpty()) {
                return null;
            }
        }
        if (kinds.size() + tariffs.size() > KINDS_MAX || metOnce.size() == SHAPES_MAX) {
            forget();
        }
        Key key = new Key(kinds(tariffs), decimals, horizon);
        Optional<DivisionTable> known = tables.get(key);
        if (known != null) {
            return known.orElse(null);
        }
        if (metOnce.add(key)) {
            return null;
        }
        DivisionTable table = DivisionTable.of(curves(key), horizon);
        tables.put(key, Optional.ofNullable(table));
        return table;
    }

    private static long horizon(long total) {
        for (long horizon : HORIZONS) {
            if (total <= horizon) {
                return horizon;
            }
        }
        return -1;
    }

    private List<CostCurve> curves(Key key) {
        Map<Integer, CostCurve> byKind = new HashMap<>();
        List<CostCurve> curves = new ArrayList<>();
        for (Integer kind : key.kinds()) {
            curves.add(byKind.computeIfAbsent(
                    kind, k -> CostCurve.of(kinds.get(k), Fraction.ZERO, key.decimals(), key.horizon())));
        }
        return curves;
    }

    private List<Integer> kinds(List<ResolvedTariff> tariffs) {
        Integer[] result = new Integer[tariffs.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = kind(tariffs.get(i));
        }
        return List.of(result);
    }

    private Integer kind(ResolvedTariff tariff) {
        Integer known = kindOf.get(tariff);
        if (known != null) {
            return known;
        }
        int kind = 0;
        while (kind < kinds.size() && !kinds.get(kind).costsLike(tariff)) {
            kind++;
        }
        if (kind == kinds.size()) {
            kinds.add(tariff);
        }
        if (kindOf.size() == RESOLVED_MAX) {
            kindOf.clear();
        }
        kindOf.put(tariff, kind);
        return kind;
    }

    private void forget() {
        kindOf.clear();
        kinds.clear();
        metOnce.clear();
        tables.clear();
    }
}
