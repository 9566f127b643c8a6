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
        if (sum <= 0) {
            throw new IllegalArgumentException("Weights " + Arrays.toString(weights) + " sum to nothing");
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            share(total, weights[i], sum, i, parts, remainders);
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int next = indexOfLargest(remainders);
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
        long[] whole = new long[weights.size()];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = weights.get(i).numeratorOver(common);
        }
        return byWeights(total, whole);
    }

    private static void share(long total, long weight, long sum, int i, long[] parts, long[] remainders) {
        long product = total * weight;
        if (Math.multiplyHigh(total, weight) == 0 && product >= 0) {
            parts[i] = product / sum;
            remainders[i] = product % sum;
        } else {
            BigInteger[] exact = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = exact[0].longValueExact();
            remainders[i] = exact[1].longValueExact();
        }
    }

    private static int indexOfLargest(long[] remainders) {
        int largest = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i] > remainders[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
