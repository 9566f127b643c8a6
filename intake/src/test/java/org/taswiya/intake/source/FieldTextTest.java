package org.taswiya.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers and days as people write them.
final class FieldTextTest {
    /// Letters, lists and e-mails have one line for a name.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fatima Zahra|Fatima Zahra
            Fatima\\nZahra|Fatima Zahra
            Fatima \\r\\n\\t Zahra\\n|Fatima Zahra
            Fatima\\u2028Zahra|Fatima Zahra
            12, rue Atlas\\nCasablanca|12, rue Atlas Casablanca
            """)
    void aNameWithALineBreakIsOneLine(String text, String expected) {
        assertThat(FieldText.oneLine(text.replace("\\u2028", "\u2028").translateEscapes()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .|none|12.5|12.5
            .|none|0012|12
            .|none|-3|-3
            .|none|+3|3
            .|none|1e3|
            .|none|12.|
            .|none|.5|
            .|none|1,5|
            .|none|999999999999999999|999999999999999999
            .|none|1000000000000000000|
            .|none|0000000000000000000001|1
            ,|none|12,50|12.5
            ,|space|1 234,5|1234.5
            ,|space|1\u00A0234\u202F567|1234567
            ,|space|12 34|
            ,|.|1.234|1234
            ,|.|1.23|
            ,|.|1.234,|
            .|,|1,234.5|1234.5
            .|none|١٢٣٫٥|123.5
            .|,|١٬٢٣٤|1234
            .|none|۱۲۳|123
            .|none|\u200F١٢\u200E|12
            .|none|−7|-7
            """)
    void numbers(String decimal, String thousands, String text, @Nullable String expected) {
        char between = thousands.equals("none") ? 0 : thousands.equals("space") ? ' ' : thousands.charAt(0);
        String found = FieldText.plain(unescaped(text));
        assertThat(String.valueOf(FieldText.number(found, decimal.charAt(0), between)))
                .isEqualTo(String.valueOf(expected));
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dd/MM/yyyy|29/02/2020|2020-02-29
            dd/MM/yyyy|29/02/2019|
            dd/MM/yyyy|1/3/2020|
            d/M/yyyy|1/3/2020|2020-03-01
            d/M/yyyy|01/03/2020|2020-03-01
            d.M.yy|1.3.20|2020-03-01
            yyyyMMdd|20200301|2020-03-01
            yyyyMMdd|202003010|
            yyyy-MM-dd|2020-13-01|
            yyyy-MM-dd|0020-03-01|
            dd/MM/yyyy|٠١/٠٣/٢٠٢٠|2020-03-01
            dd-MM-yyyy HH:mm|01-03-2020 23:59|2020-03-01
            """)
    void days(String form, String text, @Nullable String expected) {
        assertThat(DatePattern.isForm(form)).isTrue();
        assertThat(String.valueOf(new DatePattern(form).day(FieldText.plain(text))))
                .isEqualTo(String.valueOf(expected));
    }
}
