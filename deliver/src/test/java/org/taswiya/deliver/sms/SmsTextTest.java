package org.taswiya.deliver.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SmsTextTest {
    private static final String ARABIC = "ف";
    private static final String DROP = "💧"; // two units of UCS-2

    static Stream<Arguments> segments() {
        return Stream.of(
                Arguments.of("one letter", "a", Coding.GSM_7, List.of(1)),
                Arguments.of("the last that fits", "a".repeat(160), Coding.GSM_7, List.of(160)),
                Arguments.of("one more", "a".repeat(161), Coding.GSM_7, List.of(153, 161 - 153)),
                Arguments.of("two full", "a".repeat(2 * 153), Coding.GSM_7, List.of(153, 153)),
                Arguments.of("three", "a".repeat(2 * 153 + 1), Coding.GSM_7, List.of(153, 153, 1)),
                Arguments.of("an escape pair counts two", "€".repeat(80), Coding.GSM_7, List.of(80)),
                Arguments.of("159 and a pair", "a".repeat(159) + "€", Coding.GSM_7, List.of(153, 7)),
                Arguments.of(
                        "a pair is not torn", "a".repeat(152) + "€" + "a".repeat(9), Coding.GSM_7, List.of(152, 10)),
                Arguments.of("pairs in odd room", "€".repeat(81), Coding.GSM_7, List.of(76, 5)),
                Arguments.of("a circumflex makes all of it wide", "a".repeat(69) + "ê", Coding.UCS_2, List.of(70)),
                Arguments.of("and dear", "a".repeat(70) + "ê", Coding.UCS_2, List.of(67, 71 - 67)),
                Arguments.of("Arabic", ARABIC.repeat(70), Coding.UCS_2, List.of(70)),
                Arguments.of("one more Arabic", ARABIC.repeat(71), Coding.UCS_2, List.of(67, 71 - 67)),
                Arguments.of("two full Arabic", ARABIC.repeat(2 * 67), Coding.UCS_2, List.of(67, 67)),
                Arguments.of(
                        "a surrogate pair is not torn",
                        ARABIC.repeat(66) + DROP + ARABIC.repeat(9),
                        Coding.UCS_2,
                        List.of(66, 11)),
                Arguments.of("pairs fill a whole", DROP.repeat(35), Coding.UCS_2, List.of(70)),
                Arguments.of("pairs in odd room of UCS-2", DROP.repeat(36), Coding.UCS_2, List.of(66, 6)));
    }

    /// @param lengths of the segments, as Java counts
    @ParameterizedTest(name = "{0}")
    @MethodSource("segments")
    void aTextHasItsSegments(String trap, String text, Coding coding, List<Integer> lengths) {
        SmsText sms = new SmsText(text);
        assertThat(sms.coding()).isEqualTo(coding);
        assertThat(sms.segments()).map(String::length).isEqualTo(lengths);
        assertThat(String.join("", sms.segments())).isEqualTo(text);
    }

    static Stream<Arguments> typography() {
        return Stream.of(
                Arguments.of("isolates", "\u2066A\u2069\u2067B\u2069\u2068C\u2069", "ABC"),
                Arguments.of("marks of direction", "\u200EA\u200F\u061C\uFEFF", "A"),
                Arguments.of("no-break spaces", "1\u00A0234\u202F567", "1 234 567"),
                Arguments.of("two spaces", "a \u00A0 b", "a b"),
                Arguments.of("French apostrophe", "d’eau", "d'eau"),
                Arguments.of("quotation marks", "«\u00A0a\u00A0» “b”", "\" a \" \"b\""),
                Arguments.of("dashes and minus", "a – b — −1", "a - b - -1"),
                Arguments.of("three points", "etc…", "etc..."),
                Arguments.of("lines stay", "a\nb", "a\nb"),
                Arguments.of("letters stay", "août, fenêtre, ça", "août, fenêtre, ça"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("typography")
    void fineTypographyBecomesPlain(String trap, String written, String plain) {
        assertThat(SmsText.plain(written).text()).isEqualTo(plain);
    }

    @Test
    void nothingIsNoMessage() {
        assertThatThrownBy(() -> SmsText.plain(" \u2069 ")).hasMessageContaining("without a text");
        SmsText long1 = new SmsText("a".repeat(255 * 153 + 1));
        assertThatThrownBy(long1::segments).hasMessageContaining("at most 255");
    }
}
