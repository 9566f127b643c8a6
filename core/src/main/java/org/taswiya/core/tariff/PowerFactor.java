package org.taswiya.core.tariff;

import java.math.BigInteger;
import java.util.Optional;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// How much of what was drawn did work, cos phi: told as a number, or kWh / sqrt(kWh^2 + kvarh^2) by what registers
/// counted. That root is hardly ever a fraction, its square always is: squares are compared, so that what is decided by
/// it is exact.
///
/// @param squared above zero and at most one
public record PowerFactor(Fraction squared) {
    /// To how many decimals it is rounded where a number is needed.
    public static final int DECIMALS = 4;

    /// By registers; empty where nothing did work, for then there is none.
    ///
    /// @param active what was used, in kWh
    /// @param reactive what did no work, in kvarh
    public static Optional<PowerFactor> of(Fraction active, Fraction reactive) {
        if (active.signum() <= 0) {
            return Optional.empty();
        }
        Fraction work = active.times(active);
        return Optional.of(new PowerFactor(
                work.dividedBy(work.plus(reactive.times(reactive))).reduced()));
    }

    /// As it was told, else by registers.
    static Optional<PowerFactor> of(BillDeterminants use) {
        Fraction told = use.others().get(Determinant.POWER_FACTOR);
        return told == null
                ? of(use.usage(), use.told(Determinant.REACTIVE_ENERGY))
                : Optional.of(new PowerFactor(told.times(told)));
    }

    /// How many whole hundredths it is below a limit.
    int hundredthsBelow(Decimal limit) {
        int count = 0;
        while (isAtMost(Fraction.of(limit).minus(Fraction.of(count + 1L, 100)))) {
            count++;
        }
        return count;
    }

    /// How many whole hundredths it is above a limit.
    int hundredthsAbove(Decimal limit) {
        int count = 0;
        while (isAtLeast(Fraction.of(limit).plus(Fraction.of(count + 1L, 100)))) {
            count++;
        }
        return count;
    }

    private boolean isAtMost(Fraction some) {
        return some.signum() > 0 && squared.compareTo(some.times(some)) <= 0;
    }

    private boolean isAtLeast(Fraction some) {
        return squared.compareTo(some.times(some)) >= 0;
    }

    /// Half-up.
    public Decimal rounded() {
        BigInteger scale = BigInteger.TEN.pow(DECIMALS).multiply(BigInteger.TWO);
        BigInteger denominator = squared.reducedDenominator();
        BigInteger square = squared.numeratorOver(denominator).multiply(scale.pow(2));
        long halves = square.divide(denominator).sqrt().longValueExact(); // of a step of the last decimal
        return Decimal.ofSteps((halves + 1) / 2, DECIMALS);
    }
}
