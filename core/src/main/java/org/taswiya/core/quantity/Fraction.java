package org.taswiya.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// An exact ratio: what an amount is before it is rounded, the share of a period, a scaled block bound.
///
/// Two 64-bit numbers as long as they fit, whole numbers of any size beyond; callers see no difference. The
/// denominator is always positive. Values are reduced when they are compared or printed, not at every step.
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    private final long numerator;
    private final long denominator;

    /// Set only when one of the two does not fit 64 bits; the fields above are then unused.
    private final @Nullable Wide wide;

    private record Wide(BigInteger numerator, BigInteger denominator) {}

    private Fraction(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.wide = null;
    }

    private Fraction(Wide wide) {
        this.numerator = 0;
        this.denominator = 1;
        this.wide = wide;
    }

    public static Fraction of(long whole) {
        return new Fraction(whole, 1);
    }

    /// The ratio of two whole numbers.
    ///
    /// @param denominator above zero
    public static Fraction of(long numerator, long denominator) {
        if (denominator <= 0) {
            throw new ArithmeticException("Denominator " + denominator + " is not above zero");
        }
        return new Fraction(numerator, denominator);
    }

    public static Fraction of(Decimal value) {
        return new Fraction(value.unscaled(), Decimal.powerOfTen(value.scale()));
    }

    private static Fraction of(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger n = numerator.divide(divisor);
        BigInteger d = denominator.divide(divisor);
        return n.bitLength() < 64 && d.bitLength() < 64
                ? new Fraction(n.longValueExact(), d.longValueExact())
                : new Fraction(new Wide(n, d));
    }

    public Fraction plus(Fraction other) {
        if (wide == null && other.wide == null) {
            if (denominator == other.denominator) {
                long sum = numerator + other.numerator;
                if (((numerator ^ sum) & (other.numerator ^ sum)) >= 0) {
                    return new Fraction(sum, denominator);
                }
            } else if (fits(numerator, other.denominator)
                    && fits(other.numerator, denominator)
                    && fits(denominator, other.denominator)) {
                long left = numerator * other.denominator;
                long right = other.numerator * denominator;
                long sum = left + right;
                if (((left ^ sum) & (right ^ sum)) >= 0) {
                    return new Fraction(sum, denominator * other.denominator);
                }
            }
        }
        return of(
                bigNumerator()
                        .multiply(other.bigDenominator())
                        .add(other.bigNumerator().multiply(bigDenominator())),
                bigDenominator().multiply(other.bigDenominator()));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction negated() {
        if (wide == null && numerator != Long.MIN_VALUE) {
            return new Fraction(-numerator, denominator);
        }
        return of(bigNumerator().negate(), bigDenominator());
    }

    public Fraction times(Fraction other) {
        if (wide == null
                && other.wide == null
                && fits(numerator, other.numerator)
                && fits(denominator, other.denominator)) {
            return new Fraction(numerator * other.numerator, denominator * other.denominator);
        }
        return of(
                bigNumerator().multiply(other.bigNumerator()), bigDenominator().multiply(other.bigDenominator()));
    }

    public Fraction times(Decimal factor) {
        return times(of(factor));
    }

    /// The exact quotient.
    ///
    /// @throws ArithmeticException when the divisor is zero
    public Fraction dividedBy(Fraction divisor) {
        int sign = divisor.signum();
        if (sign == 0) {
            throw new ArithmeticException("Division of " + this + " by zero");
        }
        if (divisor.wide == null && divisor.numerator != Long.MIN_VALUE) {
            long n = sign < 0 ? -divisor.denominator : divisor.denominator;
            return times(new Fraction(n, Math.abs(divisor.numerator)).reduced());
        }
        BigInteger n = divisor.bigDenominator();
        Fraction inverse = of(sign < 0 ? n.negate() : n, divisor.bigNumerator().abs());
        return times(inverse);
    }

    /// Whether the product of two numbers fits 64 bits.
    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == (a * b) >> 63;
    }

    public int signum() {
        return wide == null ? Long.signum(numerator) : wide.numerator().signum();
    }

    @Override
    public int compareTo(Fraction other) {
        if (wide == null
                && other.wide == null
                && fits(numerator, other.denominator)
                && fits(other.numerator, denominator)) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return bigNumerator()
                .multiply(other.bigDenominator())
                .compareTo(other.bigNumerator().multiply(bigDenominator()));
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// Rounds half-up (away from zero at the half) to minor units: the last step of every charge line and tax.
    public Money toMoneyHalfUp() {
        return fitsHalfUp(100) ? Money.ofMinor(halfUp(100)) : toMoney(RoundingMode.HALF_UP);
    }

    /// Whether [#halfUp] stays within 64 bits.
    private boolean fitsHalfUp(long factor) {
        if (wide != null || !fits(numerator, 2 * factor) || denominator > Long.MAX_VALUE / 2) {
            return false;
        }
        long magnitude = Math.abs(numerator * 2 * factor);
        return magnitude >= 0 && magnitude <= Long.MAX_VALUE - denominator;
    }

    /// This value times a factor, rounded to a whole number.
    private long halfUp(long factor) {
        long doubled = numerator * 2 * factor;
        long rounded = (Math.abs(doubled) + denominator) / (denominator * 2);
        return doubled < 0 ? -rounded : rounded;
    }

    /// Rounds to minor units by the stated mode.
    public Money toMoney(RoundingMode mode) {
        return Money.ofMinor(round(2, mode).steps(2));
    }

    /// The nearest decimal, half-even: of so many decimals at most, fewer where the whole part leaves them no room, and
    /// exact where it can be.
    public Decimal toDecimal(int decimalsMost) {
        if (wide == null && denominator == 1) {
            return new Decimal(numerator, 0);
        }
        BigInteger whole = bigNumerator().divide(bigDenominator());
        int room = Decimal.SCALE_MAX
                - (whole.signum() == 0 ? 0 : whole.abs().toString().length());
        int decimals = Math.clamp(room, 0, decimalsMost);
        return Decimal.rounded(bigNumerator(), bigDenominator(), decimals, RoundingMode.HALF_EVEN);
    }

    /// Rounds to a decimal with at most the stated number of decimals.
    ///
    /// @throws ArithmeticException when the result needs more than 18 digits
    public Decimal round(int decimals, RoundingMode mode) {
        if (wide == null) {
            for (int scale = 0; scale <= decimals && scale <= Decimal.SCALE_MAX; scale++) {
                if (denominator == Decimal.powerOfTen(scale)) {
                    return new Decimal(numerator, scale); // it ends there: nothing to round
                }
            }
        }
        if (mode == RoundingMode.HALF_UP && decimals < Decimal.SCALE_MAX) {
            long factor = Decimal.powerOfTen(decimals);
            if (fitsHalfUp(factor)) {
                return new Decimal(halfUp(factor), decimals);
            }
        }
        return Decimal.rounded(bigNumerator(), bigDenominator(), decimals, mode);
    }

    /// The largest whole number that is not above this value.
    public BigInteger floor() {
        BigInteger[] parts = bigNumerator().divideAndRemainder(bigDenominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /// Plain text with exactly the stated number of decimals, half-even.
    public String toText(int decimals) {
        return toBigDecimal(decimals).toPlainString();
    }

    /// Plain text with at most the stated number of decimals, half-even, without trailing zeros.
    public String toCanonicalText(int decimals) {
        BigDecimal value = toBigDecimal(decimals).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }

    private BigDecimal toBigDecimal(int decimals) {
        return new BigDecimal(bigNumerator())
                .divide(new BigDecimal(bigDenominator()), decimals, RoundingMode.HALF_EVEN);
    }

    private BigInteger bigNumerator() {
        return wide == null ? BigInteger.valueOf(numerator) : wide.numerator();
    }

    private BigInteger bigDenominator() {
        return wide == null ? BigInteger.valueOf(denominator) : wide.denominator();
    }

    /// The numerator over the stated denominator, which must be a multiple of this value's own in lowest terms.
    ///
    /// @throws ArithmeticException when it is not
    public BigInteger numeratorOver(BigInteger commonDenominator) {
        if (wide == null && commonDenominator.bitLength() < 64) {
            long common = commonDenominator.longValueExact();
            long divisor = gcd(common, denominator);
            long own = denominator / divisor;
            if (numerator % own == 0 && fits(numerator / own, common / divisor)) {
                return BigInteger.valueOf(numerator / own * (common / divisor));
            }
        }
        BigInteger[] parts = bigNumerator().multiply(commonDenominator).divideAndRemainder(bigDenominator());
        if (parts[1].signum() != 0) {
            throw new ArithmeticException(this + " has no whole numerator over " + commonDenominator);
        }
        return parts[0];
    }

    /// The same value in lowest terms, so that sums and products of it stay small.
    public Fraction reduced() {
        if (wide != null) {
            return of(wide.numerator(), wide.denominator());
        }
        long divisor = gcd(numerator, denominator);
        return divisor == 1 ? this : new Fraction(numerator / divisor, denominator / divisor);
    }

    /// The denominator in lowest terms.
    public BigInteger reducedDenominator() {
        return wide != null
                ? bigDenominator().divide(bigNumerator().gcd(bigDenominator()))
                : BigInteger.valueOf(denominator / gcd(numerator, denominator));
    }

    /// The greatest common divisor, above zero.
    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return Math.abs(a);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        BigInteger divisor = bigNumerator().gcd(bigDenominator());
        return 31 * bigNumerator().divide(divisor).hashCode()
                + bigDenominator().divide(divisor).hashCode();
    }

    /// Lowest terms: `16/31`, or a whole number.
    @Override
    public String toString() {
        BigInteger divisor = bigNumerator().gcd(bigDenominator());
        BigInteger n = bigNumerator().divide(divisor);
        BigInteger d = bigDenominator().divide(divisor);
        return d.equals(BigInteger.ONE) ? n.toString() : n + "/" + d;
    }
}
