package org.taswiya.core.tariff;

import java.math.BigInteger;
import org.taswiya.core.quantity.Fraction;

/// An amount in minor units that is a straight line over steps of usage: `(slope x steps + constant) / denominator`.
///
/// @param denominator above zero
record LinearTerm(long slope, long constant, long denominator) {
    private static final Fraction MINOR = Fraction.of(100);

    /// The line through two points.
    ///
    /// @param first an amount of money at some steps
    /// @param second the amount at other steps
    /// @throws ArithmeticException when it does not fit 64 bits
    static LinearTerm through(Fraction firstSteps, Fraction first, Fraction secondSteps, Fraction second) {
        Fraction slope =
                second.minus(first).dividedBy(secondSteps.minus(firstSteps)).times(MINOR);
        Fraction constant = first.times(MINOR).minus(slope.times(firstSteps));
        BigInteger one = slope.reducedDenominator();
        BigInteger other = constant.reducedDenominator();
        BigInteger common = one.multiply(other).divide(one.gcd(other));
        return new LinearTerm(
                slope.numeratorOver(common).longValueExact(),
                constant.numeratorOver(common).longValueExact(),
                common.longValueExact());
    }

    boolean isConstant() {
        return slope == 0;
    }

    /// The amount at some steps, rounded half-up to a minor unit.
    ///
    /// @throws ArithmeticException when a step of the reckoning does not fit 64 bits
    long at(long steps) {
        return halfUp(Math.addExact(Math.multiplyExact(slope, steps), constant), denominator);
    }

    /// A quotient rounded to a whole number, away from zero at the half.
    static long halfUp(long numerator, long denominator) {
        long magnitude = Math.absExact(numerator);
        long whole = magnitude / denominator;
        long rest = magnitude - whole * denominator;
        long rounded = rest >= denominator - rest ? whole + 1 : whole;
        return numerator < 0 ? -rounded : rounded;
    }
}
