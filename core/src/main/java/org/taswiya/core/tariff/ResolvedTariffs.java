package org.taswiya.core.tariff;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.taswiya.core.calendar.DateRange;

/// Tariffs resolved lately: bills that follow each other tend to ask for the same periods.
///
/// Belongs to whoever makes it, for example one run; not to be used by two threads at once. A tariff is looked up once
/// and then is the same object, so its content is never compared.
public final class ResolvedTariffs {

    /// Some years of monthly periods for a handful of books; a few kilobytes each.
    static final int KEPT_MAX = 1024;

    private record Key(DateRange period, int households) {}

    private final IdentityHashMap<Tariff, Map<Key, ResolvedTariff>> kept = new IdentityHashMap<>();
    private int count;

    /// Nothing resolved yet.
    public ResolvedTariffs() {}

    /// The tariff for a period that it covers.
    ///
    /// @throws IllegalArgumentException as [Tariff#resolve] does
    public ResolvedTariff resolve(Tariff tariff, DateRange period, int households) {
        Map<Key, ResolvedTariff> ofTariff = kept.get(tariff);
        Key key = new Key(period, households);
        ResolvedTariff known = ofTariff == null ? null : ofTariff.get(key);
        if (known != null) {
            return known;
        }
        ResolvedTariff resolved = tariff.resolve(period, households);
        if (count == KEPT_MAX) {
            kept.clear();
            count = 0;
        }
        kept.computeIfAbsent(tariff, _ -> new HashMap<>()).put(key, resolved);
        count++;
        return resolved;
    }
}
