package org.taswiya.deliver.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SmsTextLaws {
    /// Short and long ones, of letters with one unit and with two, in both codings.
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm = Arbitraries.of("a", "€", "é", "[", "\n");
        Arbitrary<String> any = Arbitraries.of("a", "ف", "💧", "ê", "€", "\u0651");
        return Arbitraries.oneOf(gsm, any)
                .list()
                .ofMinSize(1)
                .ofMaxSize(700)
                .map(letters -> "x" + String.join("", letters));
    }

    @Property(tries = 500)
    void segmentsJoinedAreTheText(@ForAll("texts") String text) {
        SmsText sms = new SmsText(text);
        List<String> segments = sms.segments();
        assertThat(String.join("", segments)).isEqualTo(text);
        int most = segments.size() == 1 ? sms.coding().whole() : sms.coding().part();
        assertThat(segments).allSatisfy(segment -> {
            assertThat(units(sms.coding(), segment)).isBetween(1, most);
            assertThat(Character.isLowSurrogate(segment.charAt(0))).isFalse();
        });
        // none is left half empty: the next letter would not have fitted
        for (int i = 0; i + 1 < segments.size(); i++) {
            assertThat(units(sms.coding(), segments.get(i))).isGreaterThanOrEqualTo(most - 1);
        }
    }

    private static int units(Coding coding, String segment) {
        return switch (coding) {
            case GSM_7 -> GsmAlphabet.septets(segment).length;
            case UCS_2 -> segment.length();
        };
    }
}
