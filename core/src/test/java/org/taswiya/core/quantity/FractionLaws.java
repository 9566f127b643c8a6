package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Ratios of 64 bits round and divide as whole numbers of any size do, at the edges of 64 bits too.
class FractionLaws {

    @Property(tries = 2_000)
    void roundsAsDecimalsDo(
            @ForAll long numerator,
            @ForAll @LongRange(min = 1) long denominator,
            @ForAll @IntRange(min = 0, max = 6) int decimals) {
        BigDecimal exact =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
        Assume.that(exact.unscaledValue().bitLength() < 64);
        Fraction ratio = Fraction.of(numerator, denominator);
        assertThat(ratio.round(decimals, RoundingMode.HALF_UP))
                .isEqualTo(new Decimal(exact.unscaledValue().longValueExact(), decimals));
    }

    @Example
    void theLowestNumberRounds() {
        assertThat(Fraction.of(Long.MIN_VALUE / 2, 3).round(0, RoundingMode.HALF_UP))
                .isEqualTo(Decimal.of(-1537228672809129301L));
    }

    @Property(tries = 2_000)
    void aHalfIsRoundedAwayFromZero(@ForAll @LongRange(min = -1_000_000, max = 1_000_000) long halves) {
        long expected = (Math.abs(halves) + 1) / 2;
        assertThat(Fraction.of(halves, 200).toMoneyHalfUp().minorUnits()).isEqualTo(halves < 0 ? -expected : expected);
    }

    @Property(tries = 2_000)
    void dividesAsWholeNumbersDo(
            @ForAll long a, @ForAll @LongRange(min = 1) long b, @ForAll long c, @ForAll @LongRange(min = 1) long d) {
        Assume.that(c != 0);
        Fraction quotient = Fraction.of(a, b).dividedBy(Fraction.of(c, d));
        BigInteger numerator = BigInteger.valueOf(a).multiply(BigInteger.valueOf(d));
        BigInteger denominator = BigInteger.valueOf(b).multiply(BigInteger.valueOf(c));
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        BigInteger lowest = denominator.divide(divisor);
        assertThat(quotient)
                .hasToString(numerator.divide(divisor) + (lowest.equals(BigInteger.ONE) ? "" : "/" + lowest));
    }
}
