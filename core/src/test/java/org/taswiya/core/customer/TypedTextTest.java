package org.taswiya.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is typed or copied where a number is asked for.
final class TypedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000839",
                "1000 000 839",
                "1000\u00a0000\u202f839",
                "1000-000\u2011839",
                " 1000000839\t",
                "١٠٠٠٠٠٠٨٣٩",
                "۱۰۰۰۰۰۰۸۳۹",
                "١٠٠٠ ٠٠٠ ٨٣٩",
                "\u20661000\u00a0000\u00a0839\u2069",
                "\u200f1000000839\u200e",
                "\ufeff1000000839"
            })
    void oneReferenceHoweverItIsTyped(String typed) {
        assertThat(TypedText.account(typed)).contains("1000000839");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100000083", "10000008391", "100000083x", "1000.000.839", "1000000839BQ"})
    void whatIsNoReference(String typed) {
        assertThat(TypedText.account(typed)).isEmpty();
    }

    @Test
    void codesAndNumbersWithLetters() {
        assertThat(TypedText.code("\u2066٤٢ ٠٧ ١٥\u2069")).contains("420715");
        assertThat(TypedText.code("42071")).isEmpty();
        assertThat(TypedText.number("\u2066٠٠٠٠٠١١٥٩٨gb\u2069")).isEqualTo("0000011598GB");
        assertThat(TypedText.plain(" ١٬٢٣٤٫٥٠ ")).isEqualTo("1٬234٫50");
    }
}
