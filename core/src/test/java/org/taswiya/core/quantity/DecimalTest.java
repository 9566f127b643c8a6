package org.taswiya.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2.50, 2.5",
        "265, 265",
        "265.000, 265",
        "00.10, 0.1",
        "-0, 0",
        "-0.0, 0",
        "0.000000000000000001, 0.000000000000000001",
        "1000000000000, 1000000000000"
    })
    void isCanonicalWhateverItsSpelling(String text, String canonical) {
        assertThat(Decimal.parse(text)).hasToString(canonical).isEqualTo(Decimal.parse(canonical));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.",
                ".5",
                "-.5",
                "+1",
                " 1",
                "1 ",
                "1e3",
                "1E3",
                "1,5",
                "0x10",
                "NaN",
                "1.2.3",
                "--1",
                "\u0661",
                "10000000000000000000",
                "0.0000000000000000001"
            })
    void refusesWhatIsNotPlain(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest(name = "{0} has {2} steps of 10^-{1}")
    @CsvSource({"3.5, 0, 3", "3.999, 2, 399", "12.345, 3, 12345", "7, 3, 7000", "-3.5, 0, -3", "0.0004, 3, 0"})
    void stepsLeaveOutWhatIsSmallerThanOne(String value, int decimals, long steps) {
        assertThat(Decimal.parse(value).steps(decimals)).isEqualTo(steps);
    }

    @Test
    void countsTheLargestInputInTheFinestSteps() {
        assertThat(Decimal.parse("1000000000000").steps(6)).isEqualTo(1_000_000_000_000_000_000L);
    }

    @Test
    void addsAcrossScales() {
        assertThat(Decimal.parse("0.8496").plus(Decimal.parse("100"))).hasToString("100.8496");
        assertThat(Decimal.parse("1.25").minus(Decimal.parse("0.25"))).isEqualTo(Decimal.ONE);
        assertThat(Decimal.parse("1.50").compareTo(Decimal.parse("1.5"))).isZero();
        assertThat(Decimal.parse("0.9999")).isLessThan(Decimal.ONE);
    }

    @Test
    void multipliesExactlyOrThrows() {
        assertThat(Decimal.parse("0.5").times(Decimal.of(7))).hasToString("3.5");
        assertThat(Decimal.parse("1.0220").times(Decimal.parse("150.001"))).hasToString("153.301022");
        Decimal large = Decimal.of(10_000_000_000L);
        assertThatThrownBy(() -> large.times(large)).isInstanceOf(ArithmeticException.class);
    }
}
