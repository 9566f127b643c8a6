package org.taswiya.core.billing;

import java.math.BigInteger;

/// A whole number of 128 bits: an exact cost, in whatever units make all costs of a search whole.
///
/// Large enough for a million million units at six decimals, small enough to compare millions of times. Nothing is
/// checked here; the search keeps all its costs below [#MAX], so that no sum of them overflows.
record Cost(long high, long low) implements Comparable<Cost> {

    static final Cost ZERO = new Cost(0, 0);

    static final BigInteger MAX = BigInteger.ONE.shiftLeft(120);

    static Cost of(BigInteger value) {
        return new Cost(value.shiftRight(Long.SIZE).longValueExact(), value.longValue());
    }

    Cost plus(Cost other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Cost(high + other.high + carry, sum);
    }

    /// @param factor zero or more
    Cost times(long factor) {
        return new Cost(high * factor + Math.unsignedMultiplyHigh(low, factor), low * factor);
    }

    @Override
    public int compareTo(Cost other) {
        return high != other.high ? Long.compare(high, other.high) : Long.compareUnsigned(low, other.low);
    }
}
