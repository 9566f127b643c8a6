package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest(name = "{0} is {1} centimes and printed {2}")
    @CsvSource({
        "47.77, 4777, 47.77",
        "47.7, 4770, 47.70",
        "-3, -300, -3.00",
        "-0.05, -5, -0.05",
        "0, 0, 0.00",
        "-0, 0, 0.00",
        "1.2300, 123, 1.23"
    })
    void readsAndPrintsMinorUnits(String text, long minorUnits, String printed) {
        assertThat(Money.parse(text).minorUnits()).isEqualTo(minorUnits);
        assertThat(Money.parse(text)).hasToString(printed);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"1.234", "1e2", "12,50", "", "DH 5"})
    void refusesWhatIsNoMoney(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void anOverflowThrowsInsteadOfWrapping() {
        Money most = Money.ofMinor(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.ofMinor(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE).minus(Money.ofMinor(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDifferenceKeepsItsSign() {
        Money difference = Money.parse("105.40").minus(Money.parse("136.06"));
        assertThat(difference).isEqualTo(Money.parse("-30.66"));
        assertThat(difference.signum()).isEqualTo(-1);
        assertThat(difference.max(Money.ZERO)).isEqualTo(Money.ZERO);
    }
}
