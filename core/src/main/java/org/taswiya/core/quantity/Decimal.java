package org.taswiya.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact decimal in fixed point: a quantity of usage, a unit price, a tax rate.
///
/// The value is `unscaled / 10^scale`, always canonical: no trailing zeros, scale 0 to 18. At most 18 significant
/// digits, so that a product of two fits 128 bits and most fit 64.
public record Decimal(long unscaled, int scale) implements Comparable<Decimal> {

    public static final Decimal ZERO = new Decimal(0, 0);
    public static final Decimal ONE = new Decimal(1, 0);

    /// The largest number of decimals that a value may carry.
    public static final int SCALE_MAX = 18;

    /// A longer text has more than 18 digits, or zeros that nobody writes. A number of a million takes a quarter of a
    /// minute to make.
    private static final int LENGTH_MOST = 100;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    /// Makes the value canonical whatever its spelling: `2.50` becomes `2.5`.
    public Decimal {
        if (scale < 0 || scale > SCALE_MAX) {
            throw new ArithmeticException("Scale " + scale + " is outside 0 to " + SCALE_MAX);
        }
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
    }

    public static Decimal of(long whole) {
        return new Decimal(whole, 0);
    }

    /// Reads plain decimal text such as `-12.50`: digits, at most one point, no exponent, no spaces.
    ///
    /// @throws NumberFormatException when the text is anything else or has more than 18 digits
    public static Decimal parse(String text) {
        if (text.length() > LENGTH_MOST) {
            throw new NumberFormatException("Expected at most 18 digits but found " + text.length() + " characters");
        }
        if (!isPlain(text)) {
            throw new NumberFormatException("Expected a plain decimal such as 12.5 but found '" + text + "'");
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        if (value.signum() == 0) {
            return ZERO;
        }
        BigDecimal scaled = value.scale() < 0 ? value.setScale(0) : value;
        if (scaled.scale() > SCALE_MAX || scaled.unscaledValue().bitLength() > 63) {
            throw new NumberFormatException("Expected at most 18 digits but found '" + text + "'");
        }
        return new Decimal(scaled.unscaledValue().longValueExact(), scaled.scale());
    }

    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && point != start && point != text.length() - 1;
    }

    public int signum() {
        return Long.signum(unscaled);
    }

    public boolean isZero() {
        return unscaled == 0;
    }

    public Decimal negated() {
        return new Decimal(Math.negateExact(unscaled), scale);
    }

    /// The exact sum.
    ///
    /// @throws ArithmeticException when it needs more than 18 digits
    public Decimal plus(Decimal other) {
        int common = Math.max(scale, other.scale);
        return new Decimal(Math.addExact(unscaledAt(common), other.unscaledAt(common)), common);
    }

    public Decimal minus(Decimal other) {
        return plus(other.negated());
    }

    /// The exact product.
    ///
    /// @throws ArithmeticException when it needs more than 18 digits
    public Decimal times(Decimal other) {
        long product = Math.multiplyExact(unscaled, other.unscaled);
        int sum = scale + other.scale;
        while (sum > SCALE_MAX && product % 10 == 0) {
            product /= 10;
            sum--;
        }
        return new Decimal(product, sum);
    }

    public Decimal times(long factor) {
        return new Decimal(Math.multiplyExact(unscaled, factor), scale);
    }

    /// This value as a whole number of steps of `10^-decimals`, leaving out what is smaller than one step
    /// (towards zero).
    public long steps(int decimals) {
        return decimals >= scale ? unscaledAt(decimals) : unscaled / powerOfTen(scale - decimals);
    }

    /// The value of a whole number of steps of `10^-decimals`.
    public static Decimal ofSteps(long steps, int decimals) {
        return new Decimal(steps, decimals);
    }

    private long unscaledAt(int newScale) {
        return Math.multiplyExact(unscaled, powerOfTen(newScale - scale));
    }

    @Override
    public int compareTo(Decimal other) {
        if (scale == other.scale) {
            return Long.compare(unscaled, other.unscaled);
        }
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /// `10^exponent` for an exponent of 0 to 18.
    static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    private static long[] powersOfTen() {
        long[] powers = new long[SCALE_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /// Rounds an exact ratio to a decimal with the stated number of decimals.
    static Decimal rounded(BigInteger numerator, BigInteger denominator, int decimals, RoundingMode mode) {
        BigDecimal value = new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
        return new Decimal(value.unscaledValue().longValueExact(), decimals);
    }

    /// Plain canonical text: `265`, `0.14`, `-2.5`.
    @Override
    public String toString() {
        return scale == 0 ? Long.toString(unscaled) : toBigDecimal().toPlainString();
    }
}
