package org.taswiya.spark.billing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.ChargeLine;

/// The numbers of the rates that the lines of a range name, in the order in which they were first met.
final class RateNumbers {
    private static final int RECENT = 256;

    private final Map<ChargeRate, Long> numbers = new LinkedHashMap<>();
    private final @Nullable ChargeRate[] recent = new ChargeRate[RECENT];
    private final long[] recentNumbers = new long[RECENT];

    long of(ChargeLine line) {
        int place = (line.component().hashCode()
                        + 31 * line.block()
                        + (int) line.price().unscaled())
                & (RECENT - 1);
        ChargeRate last = recent[place];
        if (last == null || !isOf(line, last)) {
            last = ChargeRate.of(line);
            recent[place] = last;
            recentNumbers[place] = numbers.computeIfAbsent(last, ChargeRate::number);
        }
        return recentNumbers[place];
    }

    /// Whether that is seen without looking into anything: lines of one tariff name the very same objects.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(ChargeLine line, ChargeRate rate) {
        return rate.price() == line.price()
                && rate.component() == line.component()
                && rate.clause() == line.clause()
                && rate.block() == line.block()
                && rate.taxRate() == line.taxRate()
                && rate.unit() == line.unit();
    }

    /// Each rate with its number.
    Map<ChargeRate, Long> all() {
        return numbers;
    }
}
