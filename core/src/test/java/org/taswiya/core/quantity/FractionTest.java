package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({
        "1, 200, 0.01", // 0.005
        "-1, 200, -0.01", // away from zero at the half
        "999, 200000, 0.00", // 0.004995
        "1, 3, 0.33",
        "2, 3, 0.67",
        "-2, 3, -0.67",
        "0, 7, 0.00",
        "9223372036854775807, 1000, 9223372036854775.81",
        "-9223372036854775807, 1000, -9223372036854775.81",
        "9223372036854775807, 9223372036854775806, 1.00"
    })
    void roundsHalfUpAwayFromZero(long numerator, long denominator, String money) {
        Fraction value = Fraction.of(numerator, denominator);
        assertThat(value.toMoneyHalfUp()).isEqualTo(Money.parse(money));
        assertThat(value.toMoney(RoundingMode.HALF_UP)).isEqualTo(Money.parse(money));
    }

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({
        "1000000000000, 1, 1000000000000", // the largest usage there is
        "9223373, 1, 9223373", // twelve decimals more would not fit 64 bits
        "3001, 1000, 3.001",
        "40, 3, 13.333333333333",
        "-40, 3, -13.333333333333",
        "2, 3, 0.666666666667",
        "1000000000000, 3, 333333333333.333333",
        "9223372036854775807, 2, 4611686018427387904" // half to even
    })
    void isTheNearestDecimalThatThereIsRoomFor(long numerator, long denominator, String decimal) {
        assertThat(Fraction.of(numerator, denominator).toDecimal(12)).hasToString(decimal);
    }

    @Test
    void whatEndsWithinTheDecimalsIsNotRounded() {
        for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.UP)) {
            assertThat(Fraction.of(Decimal.parse("12.345")).round(12, mode)).isEqualTo(Decimal.parse("12.345"));
            assertThat(Fraction.of(-70, 10).round(0, RoundingMode.HALF_EVEN)).isEqualTo(Decimal.of(-7));
            assertThat(Fraction.of(Long.MAX_VALUE).round(12, mode)).isEqualTo(Decimal.of(Long.MAX_VALUE));
        }
        assertThat(Fraction.of(Decimal.parse("12.345")).round(2, RoundingMode.HALF_EVEN))
                .isEqualTo(Decimal.parse("12.34"));
    }

    @Test
    void roundsInTheCustomersFavourTowardsLess() {
        assertThat(Fraction.of(1, 3).toMoney(RoundingMode.FLOOR)).isEqualTo(Money.parse("0.33"));
        assertThat(Fraction.of(-1, 3).toMoney(RoundingMode.FLOOR)).isEqualTo(Money.parse("-0.34"));
    }

    @Test
    void equalRatiosAreEqualWhateverTheirTerms() {
        Fraction half = Fraction.of(16, 32);
        assertThat(half).isEqualTo(Fraction.of(1, 2)).hasSameHashCodeAs(Fraction.of(1, 2));
        assertThat(half).hasToString("1/2");
        assertThat(Fraction.of(Decimal.parse("0.25"))).isEqualTo(Fraction.of(1, 4));
    }

    @Test
    void growsBeyondSixtyFourBitsAndBack() {
        Fraction large = Fraction.of(Long.MAX_VALUE).times(Fraction.of(Long.MAX_VALUE));
        assertThat(large).isGreaterThan(Fraction.of(Long.MAX_VALUE));
        assertThat(large.dividedBy(Fraction.of(Long.MAX_VALUE))).isEqualTo(Fraction.of(Long.MAX_VALUE));
        assertThat(large.minus(large)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(Long.MIN_VALUE).negated()).hasToString("9223372036854775808");
        Fraction sum = Fraction.ZERO;
        for (long days = 2; days <= 70; days++) {
            sum = sum.plus(Fraction.of(1, days)).minus(Fraction.of(1, days));
        }
        assertThat(sum).isEqualTo(Fraction.ZERO);
    }

    @Test
    void dividesBySignedRatios() {
        assertThat(Fraction.of(1, 2).dividedBy(Fraction.of(-1, 4))).isEqualTo(Fraction.of(-2));
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, -2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void floorIsTowardsLess() {
        assertThat(Fraction.of(7, 2).floor()).isEqualTo(BigInteger.valueOf(3));
        assertThat(Fraction.of(-7, 2).floor()).isEqualTo(BigInteger.valueOf(-4));
        assertThat(Fraction.of(-4, 2).floor()).isEqualTo(BigInteger.valueOf(-2));
    }

    @Test
    void aNumeratorOverAnotherDenominatorIsWholeOrRefused() {
        assertThat(Fraction.of(2, 6).numeratorOver(BigInteger.valueOf(9))).isEqualTo(BigInteger.valueOf(3));
        assertThatThrownBy(() -> Fraction.of(1, 3).numeratorOver(BigInteger.TEN))
                .isInstanceOf(ArithmeticException.class);
    }
}
