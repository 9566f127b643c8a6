package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// kWh / sqrt(kWh^2 + kvarh^2), by whole hundredths below 0.90 and above 0.95.
class PowerFactorTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static PowerFactor factor(long active, long reactive) {
        return PowerFactor.of(Fraction.of(active), Fraction.of(reactive)).orElseThrow();
    }

    @ParameterizedTest(name = "{0} kWh and {1} kvarh: {2}, {3} below, {4} above")
    @CsvSource({
        "800,  600,  0.8000, 10, 0", // 3, 4, 5: exactly a hundredth
        "800,  599,  0.8005, 9,  0",
        "800,  601,  0.7995, 10, 0",
        "600,  800,  0.6000, 30, 0",
        "24,   7,    0.9600, 0,  1",
        "2400, 701,  0.9599, 0,  0",
        "2400, 699,  0.9601, 0,  1",
        "1,    0,    1.0000, 0,  5",
        "1,    1,    0.7071, 19, 0",
        "99,   20,   0.9802, 0,  3",
        "1,    1000, 0.0010, 89, 0", // down to 0.01: there is none of zero
        "1000, 484,  0.9001, 0,  0",
        "1000, 485,  0.8998, 0,  0", // a hundredth that is only begun
    })
    void wholeHundredthsCount(long active, long reactive, String rounded, int below, int above) {
        PowerFactor factor = factor(active, reactive);
        assertThat(factor.rounded()).isEqualTo(Decimal.parse(rounded));
        assertThat(factor.hundredthsBelow(Decimal.parse("0.90"))).isEqualTo(below);
        assertThat(factor.hundredthsAbove(Decimal.parse("0.95"))).isEqualTo(above);
    }

    @Test
    void whereNothingDidWorkThereIsNone() {
        assertThat(PowerFactor.of(Fraction.ZERO, Fraction.of(10))).isEmpty();
        assertThat(PowerFactor.of(Fraction.ZERO, Fraction.ZERO)).isEmpty();
    }

    /// As sixty digits of the root say it, which no whole number of kWh and kvarh up to a million comes near.
    @Property(tries = 2_000)
    void squaresDecideAsRootsDo(
            @ForAll @IntRange(min = 1, max = 1_000_000) int active, @ForAll @IntRange(max = 1_000_000) int reactive) {
        BigDecimal work = BigDecimal.valueOf(active);
        BigDecimal root = work.pow(2).add(BigDecimal.valueOf(reactive).pow(2)).sqrt(DIGITS);
        BigDecimal cosine = work.divide(root, DIGITS);
        PowerFactor factor = factor(active, reactive);
        assertThat(factor.rounded().toBigDecimal())
                .isEqualByComparingTo(cosine.setScale(PowerFactor.DECIMALS, RoundingMode.HALF_UP));
        assertThat(factor.hundredthsBelow(Decimal.parse("0.9")))
                .isEqualTo(Math.clamp(floor(new BigDecimal("0.9").subtract(cosine)), 0, 89));
        assertThat(factor.hundredthsAbove(Decimal.parse("0.95")))
                .isEqualTo(Math.max(0, floor(cosine.subtract(new BigDecimal("0.95")))));
    }

    private static int floor(BigDecimal difference) {
        return difference.movePointRight(2).setScale(0, RoundingMode.FLOOR).intValueExact();
    }
}
