package org.taswiya.core.estimation;

import java.math.BigInteger;
import java.util.Arrays;

/// Ratios as whole millionths: floating point has no place near what is billed, and a millionth is far finer than any
/// estimate.
final class Ratio {
    static final long ONE = 1_000_000;

    /// No ratio counts for more: a meter that used next to nothing before says nothing of what it multiplies.
    static final long MOST = 1_000 * ONE;

    private Ratio() {}

    /// A part of a whole, at most [#MOST].
    ///
    /// @param part zero or more
    /// @param whole above zero
    static long of(long part, long whole) {
        return part / whole >= MOST / ONE ? MOST : times(part, ONE, whole);
    }

    /// A value so many millionths times.
    static long times(long value, long ratio) {
        return times(value, ratio, ONE);
    }

    /// `value * factor / divisor`, to the nearest whole number; all zero or more.
    static long times(long value, long factor, long divisor) {
        if (Math.multiplyHigh(value, factor) == 0) {
            long product = value * factor;
            if (product >= 0 && product <= Long.MAX_VALUE - divisor) {
                return (product + divisor / 2) / divisor;
            }
        }
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(factor))
                .add(BigInteger.valueOf(divisor / 2))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }

    /// The middle of some values; of two middle ones their mean.
    ///
    /// @param values at least one; sorted afterwards
    static long median(long[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
