package org.taswiya.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedDialTest {
    @ParameterizedTest
    @CsvSource({
        "04711, 4711",
        "0, 0",
        "000, 0",
        "' 1 234 ', 1234",
        "'1\u00a0234', 1234",
        "'12,5', 12.5",
        "12.50, 12.5",
        "12.000, 12",
        "100, 100",
        "٠٤٧١١, 4711",
        "١٢٫٥, 12.5",
        "'\u2066123\u2069', 123",
        "999999999999, 999999999999"
    })
    void isTheNumberThatIsMeant(String typed, String value) {
        assertThat(TypedDial.value(typed)).hasToString("Optional[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "+1", "1e3", "12a", "1.2.3", ",5", "5.", "1234567890123", "0.1234567", "½"})
    void isNone(String typed) {
        assertThat(TypedDial.value(typed)).isEmpty();
    }
}
