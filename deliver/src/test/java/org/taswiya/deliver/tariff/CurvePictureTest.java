package org.taswiya.deliver.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.deliver.tariff.CurvePicture.Words;
import org.taswiya.deliver.wording.Figures;

class CurvePictureTest {

    /// 1.50 for a unit, and all of it dearer by so much above 100.
    private static PriceCurve curve(long jump) {
        Fraction price = Fraction.of(3, 2);
        Fraction bound = Fraction.of(100);
        return new PriceCurve(List.of(
                new Piece(Fraction.ZERO, bound, Fraction.ZERO, price, Fraction.ZERO),
                new Piece(bound, null, Fraction.of(150 + jump), price, Fraction.of(jump))));
    }

    /// Where both have a cliff at the same bound, each has its figure, with the decimal mark of the language.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, 31.50, 71.50, 0.4", "fr, '31,50', '71,50', '0,4'", "ar, '31,50', '71,50', '0,4'"})
    void eachBookHasItsCliffs(String language, String before, String after, String tick) {
        Figures figures = new Figures(Language.ofCode(language).orElseThrow(), "MAD");
        Words words = new Words("", "t", "kWh", List.of("new", "old"), "in words", false, figures::written);
        String svg = CurvePicture.ofTwo(curve(30), curve(70), words).replaceAll("[\u2066-\u2069]", "");
        assertThat(svg).contains("#8a5a00\">" + before + "<", "#0b6e99\">" + after + "<", ">" + tick + "<");
    }
}
