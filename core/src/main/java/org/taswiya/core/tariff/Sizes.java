package org.taswiya.core.tariff;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What a price list says of each size.
final class Sizes {

    private Sizes() {}

    static Optional<Decimal> of(SortedMap<Decimal, Decimal> sizes, Fraction size) {
        return sizes.entrySet().stream()
                .filter(entry -> Fraction.of(entry.getKey()).compareTo(size) == 0)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Those that are listed, in words.
    static String oneOf(SortedMap<Decimal, Decimal> sizes) {
        return sizes.keySet().stream().map(Decimal::toString).collect(Collectors.joining(", ", "one of ", ""));
    }
}
