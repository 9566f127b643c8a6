package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amounts as people type them; a word in capitals says why one is refused, and what is found then follows.
final class TypedMoneyTest {
    private static String said(String typed) {
        return switch (TypedMoney.parse(typed, "MAD")) {
            case TypedMoney.Read(var amount) -> amount.toString();
            case TypedMoney.Refused(var why, var found) -> why + " " + found;
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            point             | 350.50         | 350.50
            comma             | 350,50         | 350.50
            oneDigit          | 350,5          | 350.50
            arabicSeparator   | 350٫50         | 350.50
            arabicDigits      | ٣٥٠٫٥٠         | 350.50
            whole             | 350            | 350.00
            signAtTheEnd      | 350,           | 350.00
            spaceOfThousands  | 1 350,5        | 1350.50
            narrowSpace       | 1 350,50  | 1350.50
            arabicThousands   | ١٬٣٥٠٫٥        | 1350.50
            arabicAlone       | ١٬٠٠٠          | 1000.00
            spaceAlone        | 1 000          | 1000.00
            french            | 1.000,50       | 1000.50
            english           | 1,234.56       | 1234.56
            mixedScripts      | 1,000٫50       | 1000.50
            millions          | 1.000.000      | 1000000.00
            millionsOfAll     | 1,000,000.05   | 1000000.05
            """)
    void whatCanBeMeantInOneWayOnlyIsTaken(String trap, String typed, String amount) {
        assertThat(said(typed)).as(trap).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            short             | 100 DH         | 100.00
            atOnce            | 100dh          | 100.00
            plural            | 100 Dhs.       | 100.00
            code              | 100 MAD        | 100.00
            before            | MAD 1 000,00   | 1000.00
            french            | 100,50 dirhams | 100.50
            arabic            | 100 درهم       | 100.00
            few               | ٥ دراهم        | 5.00
            many              | 20 درهمًا       | 20.00
            arabicShort       | 100 د.م.       | 100.00
            another           | 100 EUR        | BESIDE EUR
            sign              | $100           | BESIDE $
            twice             | MAD 100 DH     | BESIDE MAD DH
            plus              | +1             | BESIDE +
            anotherNoun       | 100 متر        | BESIDE متر
            """)
    void theNameOfTheCurrencyMayStandBesideIt(String trap, String typed, String said) {
        assertThat(said(typed)).as(trap).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            aThousandOrOne    | 1.000          | EITHER 1000
            comma             | 1,250          | EITHER 1250
            inArabicDigits    | ١.٢٣٤          | EITHER 1234
            withItsName       | 1.000 DH       | EITHER 1000
            noThousands       | 0,500          | HUNDREDTHS 0,500
            longBefore        | 1234,567       | HUNDREDTHS 1234,567
            thousandsBefore   | 1 000,500      | HUNDREDTHS 1 000,500
            fourDecimals      | 1,2345         | HUNDREDTHS 1,2345
            arabicDecimals    | 1٫000          | HUNDREDTHS 1٫000
            twoBeforeTwo      | 1.000.00       | NONE 1.000.00
            groupOfTwo        | 10 50          | NONE 10 50
            arabicElsewhere   | ١٣٬٥٠          | NONE ١٣٬٥٠
            twoGroups         | 1 000.000,50   | NONE 1 000.000,50
            zero              | 0,00           | ZERO 0,00
            negative          | -1             | ZERO -1
            minusSign         | −1             | ZERO −1
            exponent          | 1e3            | NONE 1e3
            words             | a lot          | NONE a lot
            noDigit           | ,              | NONE ,
            tooLong           | 1234567890     | LARGE 1234567890
            nothing           | ''             | 'NONE '
            """)
    void allElseIsRefusedWithWhatWasFound(String trap, String typed, String said) {
        assertThat(said(typed)).as(trap).isEqualTo(said);
    }
}
