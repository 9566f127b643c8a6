package org.taswiya.deliver.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Septets from the tables of 3GPP TS 23.038.
final class GsmAlphabetTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "first of the table,       @,   00",
        "not where ASCII has it,   $,   02",
        "letters as in ASCII,      Az,  417a",
        "the small e of French,    éèùà, 0504067f",
        "the great E of French,    É,   1f",
        "a great cedilla only,     Ç,   09",
        "Greek that Latin lacks,   ΔΩ,  1015",
        "where ASCII has a tick,   ¿,   60",
        "the euro takes two,       €,   1b65",
        "brackets take two,        [~], 1b3c1b3d1b3e",
        "a brace takes two,        {,   1b28",
    })
    void aLetterIsWhatTheStandardSays(String trap, String letters, String septets) {
        assertThat(HexFormat.of().formatHex(GsmAlphabet.septets(letters))).isEqualTo(septets);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "circumflex,       ê",
        "small cedilla,    ç",
        "oe,               œ",
        "great A grave,    À",
        "degree,           °",
        "typeset comma,    ’",
        "Arabic,           ف",
        "backtick,         `",
        "emoji,            💧",
    })
    void whatTheAlphabetLacks(String trap, String letter) {
        assertThat(GsmAlphabet.septets(letter.codePointAt(0))).isZero();
        assertThatThrownBy(() -> GsmAlphabet.septets(letter)).hasMessageContaining("no letter of GSM");
    }

    @Test
    void theEscapeIsNoLetter() {
        assertThat(GsmAlphabet.septets(0x1b)).isZero();
    }
}
