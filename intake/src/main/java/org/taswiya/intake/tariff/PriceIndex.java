package org.taswiya.intake.tariff;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// A published series by which prices are multiplied.
///
/// @param values month after month, each above zero
/// @param knownTo the last month whose value counts where later ones are billed at the last known; null for the last
record PriceIndex(
        String name,
        NavigableMap<YearMonth, Decimal> values,
        @Nullable YearMonth knownTo) {
    PriceIndex {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /// Those that count where a month without one is billed at the last known; all where none of them is known.
    NavigableMap<YearMonth, Decimal> known() {
        if (knownTo == null) {
            return values;
        }
        NavigableMap<YearMonth, Decimal> known = values.headMap(knownTo, true);
        return known.isEmpty() ? values : known;
    }
}
