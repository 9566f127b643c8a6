package org.taswiya.core.tariff;

import java.math.BigInteger;
import java.util.List;
import org.taswiya.core.quantity.Fraction;

/// The amounts of a ladder for a part of a whole whose blocks it shares: a time band of all usage, or demand, which is
/// the whole of itself.
///
/// Of each block only numbers are kept: the step up to which it reaches, and its ratios over a common denominator.
final class LadderTotals {
    private static final Fraction MINOR = Fraction.of(100);

    private final int ofClass;
    private final long[] upTo;

    /// What a full block costs for the whole, in minor units.
    private final Ratio[] full;

    /// Where a block begins, in steps.
    private final Ratio[] lower;

    /// What a step in a block costs, in minor units.
    private final Ratio[] price;

    private record Ratio(long numerator, long denominator) {
        static Ratio of(Fraction value) {
            BigInteger denominator = value.reducedDenominator();
            return new Ratio(value.numeratorOver(denominator).longValueExact(), denominator.longValueExact());
        }
    }

    /// @param factor by which a price of a unit is multiplied: the months and the share of days of its charge
    /// @throws ArithmeticException when a number does not fit 64 bits
    LadderTotals(List<ResolvedStep> steps, Fraction factor, Fraction stepsPerUnit, int ofClass) {
        this.ofClass = ofClass;
        upTo = new long[steps.size()];
        full = new Ratio[steps.size()];
        lower = new Ratio[steps.size()];
        price = new Ratio[steps.size()];
        Fraction begin = Fraction.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            ResolvedStep step = steps.get(i);
            Fraction ofStep = factor.times(step.price()).times(MINOR).dividedBy(stepsPerUnit);
            Fraction bound = step.bound();
            Fraction end = bound == null ? begin : bound.times(stepsPerUnit);
            upTo[i] = bound == null ? Long.MAX_VALUE : end.floor().longValueExact();
            lower[i] = Ratio.of(begin);
            price[i] = Ratio.of(ofStep);
            full[i] = Ratio.of(end.minus(begin).times(ofStep));
            begin = end;
        }
    }

    /// Adds the rounded amount of each block to the sum of its class.
    ///
    /// @param part in steps, at most the whole
    /// @return how many blocks had an amount
    int addTo(long[] sums, long part, long whole) {
        if (part == 0) {
            return 0;
        }
        int block = 0;
        while (whole > upTo[block]) {
            sums[ofClass] += quotient(part, 1, full[block], whole);
            block++;
        }
        if (block == 0) {
            sums[ofClass] += quotient(part, 1, price[block], 1); // all of the part at one price
        } else {
            Ratio from = lower[block];
            long inBlock = Math.subtractExact(Math.multiplyExact(whole, from.denominator()), from.numerator());
            long over = Math.multiplyExact(whole, from.denominator());
            sums[ofClass] += quotient(part, inBlock, price[block], over);
        }
        return block + 1;
    }

    /// `part x times x ratio / over`, rounded half-up.
    private static long quotient(long part, long times, Ratio ratio, long over) {
        long product = part * times;
        long numerator = product * ratio.numerator();
        long denominator = over * ratio.denominator();
        boolean fits = fits(part, times) && fits(product, ratio.numerator()) && fits(over, ratio.denominator());
        return fits ? LinearTerm.halfUp(numerator, denominator) : large(part, times, ratio, over);
    }

    private static boolean fits(long one, long other) {
        return Math.multiplyHigh(one, other) == (one * other) >> 63;
    }

    private static long large(long part, long times, Ratio ratio, long over) {
        BigInteger numerator = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(times))
                .multiply(BigInteger.valueOf(ratio.numerator()));
        BigInteger denominator = BigInteger.valueOf(over).multiply(BigInteger.valueOf(ratio.denominator()));
        BigInteger[] parts = numerator.abs().divideAndRemainder(denominator);
        boolean isUp = parts[1].shiftLeft(1).compareTo(denominator) >= 0;
        BigInteger rounded = isUp ? parts[0].add(BigInteger.ONE) : parts[0];
        return (numerator.signum() < 0 ? rounded.negate() : rounded).longValueExact();
    }
}
