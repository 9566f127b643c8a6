package org.taswiya.deliver.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

class FiguresTest {

    private static Figures figures(String language) {
        return new Figures(Language.ofCode(language).orElseThrow(), "MAD");
    }

    /// For the eye: no-break spaces as `_`, isolates as brackets.
    private static String shown(String text) {
        return text.replace('\u00A0', '_')
                .replace('\u2066', '[')
                .replace('\u2067', '<')
                .replace('\u2068', '(')
                .replace('\u2069', ']');
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    en | 1234567.05 | 1,234,567.05 DH
                    fr | 1234567.05 | 1_234_567,05 DH
                    ar | 1234567.05 | [1_234_567,05] درهم
                    en | -47.77     | −47.77 DH
                    ar | -47.77     | [−47,77] درهم
                    ar | 5.00       | [5,00] دراهم
                    ar | 12.00      | [12,00] درهمًا
                    ar | 100.00     | [100,00] درهم
                    ar | 103.00     | [103,00] دراهم
                    fr | 0.00       | 0,00 DH
                    """)
    void money(String language, String amount, String expected) {
        assertThat(shown(figures(language).money(Money.parse(amount)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ar | months       | 1   | شهر واحد
                    ar | months       | 2   | شهرين
                    ar | months       | 3   | [3] أشهر
                    ar | months       | 10  | [10] أشهر
                    ar | months       | 11  | [11] شهرًا
                    ar | months       | 99  | [99] شهرًا
                    ar | months       | 100 | [100] شهر
                    ar | months       | 103 | [103] أشهر
                    ar | days         | 2   | يومين
                    ar | days         | 30  | [30] يومًا
                    ar | instalments  | 2   | قسطين
                    ar | instalments  | 6   | [6] أقساط
                    fr | days         | 0   | 0 jour
                    fr | days         | 1   | 1 jour
                    fr | days         | 2   | 2 jours
                    en | days         | 0   | 0 days
                    en | days         | 1   | 1 day
                    """)
    void counts(String language, String noun, long number, String expected) {
        assertThat(shown(figures(language).count(noun, number))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    en | 2020-03-01 | 2020-04-01 | March_2020 | March_2020
                    en | 2020-03-01 | 2020-06-01 | March – May_2020 | March to May_2020
                    en | 2019-12-01 | 2020-03-01 | December_2019 – February_2020 | December_2019 to February_2020
                    en | 2020-03-20 | 2020-06-01 | 20_March – 31_May_2020 | 20_March to 31_May_2020
                    en | 2020-12-31 | 2021-01-01 | 31_December_2020 | 31_December_2020
                    fr | 2020-03-01 | 2020-03-16 | 1er_mars – 15_mars_2020 | la période du 1er_mars au 15_mars_2020
                    fr | 2020-03-01 | 2020-06-01 | mars – mai_2020 | la période de mars à mai_2020
                    fr | 2020-04-01 | 2020-11-01 | avril – octobre_2020 | la période d’avril à octobre_2020
                    ar | 2020-05-01 | 2020-06-01 | <ماي_2020] | شهر <ماي_2020]
                    ar | 2020-03-20 | 2020-06-01 | <20_مارس] – <31_ماي_2020] | الفترة من <20_مارس] إلى <31_ماي_2020]
                    """)
    void periods(String language, String from, String to, String inTable, String inWords) {
        DateRange range = DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
        assertThat(shown(figures(language).period(range))).isEqualTo(inTable);
        assertThat(shown(figures(language).periodInWords(range))).isEqualTo(inWords);
    }

    /// What a meter counts is read with three decimals; a part of a month multiplies out.
    @ParameterizedTest(name = "{0} {1}/{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    en | 73884   | 287  | KILOWATT_HOUR | 257.436
                    ar | 141502  | 1025 | KILOWATT_HOUR | [138,051]
                    fr | 1       | 2000 | KILOWATT      | 0,001
                    en | 5000001 | 2    | CUBIC_METRE   | 2,500,000.5
                    en | 61      | 30   | MONTH         | 2_1/30
                    fr | 23      | 30   | MONTH         | 23/30
                    """)
    void quantities(String language, long numerator, long denominator, Unit unit, String expected) {
        assertThat(shown(figures(language).quantity(Fraction.of(numerator, denominator), unit)))
                .isEqualTo(expected);
    }

    @Test
    void pricesMeetAtTheirPoint() {
        Figures english = figures("en");
        assertThat(shown(english.price(Decimal.parse("0.85"), Unit.KILOWATT_HOUR)))
                .isEqualTo("0.8500");
        assertThat(shown(english.price(Decimal.parse("6.5"), Unit.MONTH))).isEqualTo("6.50__");
        assertThat(shown(figures("ar").price(Decimal.parse("6.5"), Unit.MONTH))).isEqualTo("__[6,50]");
        assertThat(shown(english.price(Decimal.parse("0.123456"), Unit.CUBIC_METRE)))
                .isEqualTo("0.123456");
    }

    @Test
    void namesOfTheOtherDirectionAreKeptTogether() {
        assertThat(shown(figures("fr").foreign("Ali"))).isEqualTo("Ali");
        assertThat(shown(figures("fr").foreign("علي"))).isEqualTo("(علي]");
        assertThat(shown(figures("ar").foreign("Ali"))).isEqualTo("(Ali]");
    }

    @Test
    void whatHasNoWordIsCalledByItsCode() {
        assertThat(figures("ar").namedComponent("demand")).isEmpty();
        assertThat(shown(figures("ar").band("shoulder"))).isEqualTo("[shoulder]");
        assertThat(new Figures(Language.FR, "XAF").currency()).isEqualTo("XAF");
    }
}
