package org.taswiya.core.receivables;

import java.math.BigInteger;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// The duty on what is paid in cash: a share of the amount paid on each item, rounded half up to the minor unit, beside
/// that amount and never part of what is owed.
///
/// @param rate 0.0025 is a quarter of one per cent; zero for none
public record StampDuty(Decimal rate) {
    public static final StampDuty NONE = new StampDuty(Decimal.ZERO);

    public StampDuty {
        if (rate.compareTo(Decimal.ZERO) < 0 || rate.compareTo(Decimal.ONE) > 0) {
            throw new IllegalArgumentException("A duty of " + rate + " is no share of an amount");
        }
    }

    /// The duty on an amount that is not below zero.
    public Money on(Money amount) {
        BigInteger divisor = BigInteger.TEN.pow(rate.scale());
        BigInteger twice = BigInteger.valueOf(amount.minorUnits())
                .multiply(BigInteger.valueOf(rate.unscaled()))
                .shiftLeft(1);
        return Money.ofMinor(twice.add(divisor).divide(divisor.shiftLeft(1)).longValueExact());
    }

    /// An amount with the duty on it.
    Money with(Money amount) {
        return amount.plus(on(amount));
    }

    /// The most that can be paid on an item out of what is handed over, its duty with it. Where the duty steps up by a
    /// minor unit, one minor unit can be too little for more: it is left over.
    public Money mostOutOf(Money tendered) {
        BigInteger scale = BigInteger.TEN.pow(rate.scale());
        long most = BigInteger.valueOf(tendered.minorUnits())
                .multiply(scale)
                .divide(scale.add(BigInteger.valueOf(rate.unscaled())))
                .longValueExact();
        while (most < tendered.minorUnits() && with(Money.ofMinor(most + 1)).compareTo(tendered) <= 0) {
            most++;
        }
        while (most > 0 && with(Money.ofMinor(most)).compareTo(tendered) > 0) {
            most--;
        }
        return Money.ofMinor(most);
    }
}
