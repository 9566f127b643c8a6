package org.taswiya.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An amount of money as a whole number of minor units (centimes), positive or negative.
///
/// All money of one utility is in one currency with two decimals, named by its tariffs. Arithmetic is checked: an
/// overflow throws instead of wrapping.
public record Money(long minorUnits) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofMinor(long minorUnits) {
        return minorUnits == 0 ? ZERO : new Money(minorUnits);
    }

    /// Reads text such as `47.77` or `-3`; more than two decimals are refused.
    ///
    /// @throws NumberFormatException when the text is not plain decimal or is finer than a minor unit
    public static Money parse(String text) {
        Decimal value = Decimal.parse(text);
        if (value.scale() > 2) {
            throw new NumberFormatException("Expected at most two decimals of money but found '" + text + "'");
        }
        return ofMinor(value.steps(2));
    }

    public Money plus(Money other) {
        return ofMinor(Math.addExact(minorUnits, other.minorUnits));
    }

    public Money minus(Money other) {
        return ofMinor(Math.subtractExact(minorUnits, other.minorUnits));
    }

    public Money negated() {
        return ofMinor(Math.negateExact(minorUnits));
    }

    public int signum() {
        return Long.signum(minorUnits);
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public Money max(Money other) {
        return minorUnits >= other.minorUnits ? this : other;
    }

    public Fraction toFraction() {
        return Fraction.of(minorUnits, 100);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnits);
    }

    /// Two decimals always: `47.77`, `-0.05`, `12.00`.
    @Override
    public String toString() {
        return new BigDecimal(BigInteger.valueOf(minorUnits), 2).toPlainString();
    }
}
