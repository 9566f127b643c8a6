package org.taswiya.intake.tariff;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Decimal;

/// A published series by which prices are multiplied.
///
/// @param values month after month, each above zero
record PriceIndex(String name, SortedMap<YearMonth, Decimal> values) {
    PriceIndex {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
