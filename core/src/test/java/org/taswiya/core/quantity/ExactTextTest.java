package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Exact ratios as text and back.
final class ExactTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "5, 1, 5",
        "25, 2, 12.5",
        "-25, 2, -12.5",
        "1, 1000000000000000000, 0.000000000000000001",
        "263701, 9000, 29 2701/9000",
        "-263701, 9000, -29 2701/9000",
        "1, 3, 0 1/3",
        "-1, 3, -0 1/3",
        "2, 6, 0 1/3",
        "1000000000000, 7, 142857142857 1/7"
    })
    void aRatioIsReadBackFromItsText(long numerator, long denominator, String text) {
        Fraction value = Fraction.of(numerator, denominator);
        assertThat(ExactText.of(value)).isEqualTo(text);
        assertThat(ExactText.read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.", ".5", "1,5", "1/0", "1 1/0", "1/3", "1.5 1/3", "+1", "1e3", "1 -1/3"})
    void whatIsNoRatioIsNotRead(String text) {
        assertThat(ExactText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_007L, 999_999_999_999_999_989L})
    void aDenominatorOfEighteenDigitsIsReadBackAndALongerOneIsNot(long prime) {
        Fraction value = Fraction.of(1, prime);
        assertThat(ExactText.read(ExactText.of(value))).contains(value);
        Fraction longer = value.times(Fraction.of(1, 999_999_999_999_999_989L)).plus(Fraction.ONE);
        assertThat(ExactText.read(ExactText.of(longer))).isEmpty();
    }
}
