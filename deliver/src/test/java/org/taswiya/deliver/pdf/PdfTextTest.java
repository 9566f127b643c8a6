package org.taswiya.deliver.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "0.5, 0.5",
        "0.05, 0.05",
        "-0.25, -0.25",
        "12.345, 12.35",
        "595.28, 595.28",
        "0.001, 0",
        "-0.001, 0",
        "100.10, 100.1"
    })
    void numbersHaveTwoDecimalsAtMost(double value, String written) {
        assertThat(PdfText.number(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"A, <FEFF0041>", "ماء, <FEFF064506270621>", "😀, <FEFFD83DDE00>", "(, <FEFF0028>", "'', <FEFF>"})
    void stringsNeedNoEscapes(String text, String written) {
        assertThat(PdfText.string(text)).isEqualTo(written);
    }
}
