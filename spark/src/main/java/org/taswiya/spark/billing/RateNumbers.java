package org.taswiya.spark.billing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargeRate;

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
            recentNumbers[place] = numbers.computeIfAbsent(last, RateNumbers::number);
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

    /// The number by which lines name a rate. Ranges are billed side by side and far from each other, so nobody can
    /// count rates: a number out of 2^63 is made of what the rate is, and no two of some thousands come to the same
    /// one.
    private static long number(ChargeRate rate) {
        String all = String.join(
                "\n",
                rate.component(),
                Integer.toString(rate.block()),
                rate.unit().symbol(),
                rate.price().toString(),
                rate.taxRate().toString(),
                rate.clause());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each rate with its number.
    Map<ChargeRate, Long> all() {
        return numbers;
    }
}
