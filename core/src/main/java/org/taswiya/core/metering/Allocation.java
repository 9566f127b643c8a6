package org.taswiya.core.metering;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.quantity.Fraction;

/// Divides whole steps of usage over parts in proportion to weights.
///
/// Every part gets the whole steps of its exact share; the steps left over go one each to the parts with the largest
/// remainders, of equal ones to the earliest. The parts always sum to the whole.
public final class Allocation {

    private Allocation() {}

    /// Divides in proportion to whole weights, for example days.
    ///
    /// @param total steps to divide, zero or more
    /// @param weights zero or more, not all zero
    public static long[] byWeights(long total, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        // No share of the total comes to more than the total times this sum.
        if (sum > 0 && Math.multiplyHigh(total, sum) == 0 && total * sum >= 0) {
            return byWeights(total, weights, sum);
        }
        return byWeights(
                total, Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    private static long[] byWeights(long total, long[] weights, long sum) {
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = total * weights[i] / sum;
            remainders[i] = total * weights[i] % sum;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int next = 0;
            for (int i = 1; i < parts.length; i++) {
                next = remainders[i] > remainders[next] ? i : next;
            }
            parts[next]++;
            remainders[next] = -1;
        }
        return parts;
    }

    /// Divides in proportion to exact ratios, for example estimates cut by days.
    ///
    /// @param weights zero or more, not all zero
    public static long[] byWeights(long total, List<Fraction> weights) {
        BigInteger common = BigInteger.ONE;
        for (Fraction weight : weights) {
            BigInteger denominator = weight.reducedDenominator();
            common = common.multiply(denominator).divide(common.gcd(denominator));
        }
        BigInteger[] whole = new BigInteger[weights.size()];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = weights.get(i).numeratorOver(common);
        }
        return byWeights(total, whole);
    }

    private static long[] byWeights(long total, BigInteger[] weights) {
        BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("Weights " + Arrays.toString(weights) + " sum to nothing");
        }
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(total).multiply(weights[i]).divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int next = indexOfLargest(remainders);
            parts[next]++;
            remainders[next] = BigInteger.ONE.negate();
        }
        return parts;
    }

    private static int indexOfLargest(BigInteger[] remainders) {
        int largest = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i].compareTo(remainders[largest]) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
