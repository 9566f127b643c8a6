package org.taswiya.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;

/// Tariffs resolved lately: lines that follow each other tend to ask for the same periods.
final class ResolvedTariffs {
    /// Some years of monthly periods for a handful of books; a few kilobytes each.
    static final int KEPT_MAX = 1024;

    private record Key(Tariff tariff, DateRange period, int households) {
        /// A tariff is looked up once and then is the same object; its whole content need not be hashed.
        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(tariff) + period.hashCode()) + households;
        }
    }

    private final Map<Key, ResolvedTariff> kept = new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ResolvedTariff> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /// The tariff for a period that it covers.
    ResolvedTariff resolve(Tariff tariff, DateRange period, int households) {
        return kept.computeIfAbsent(new Key(tariff, period, households), key -> tariff.resolve(period, households));
    }
}
